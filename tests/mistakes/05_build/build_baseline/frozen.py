"""No layer may learn.

loses: 1
told: frozen
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.trainable = False
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
