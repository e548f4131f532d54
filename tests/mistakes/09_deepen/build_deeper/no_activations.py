"""Convolutions without activation; the dense layer has one.

loses: 1
told: 2 of 3 convolutions read
"""


def build_deeper():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3),
            layers.AveragePooling2D(2),
            layers.Conv2D(64, 3),
            layers.Conv2D(64, 3),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
