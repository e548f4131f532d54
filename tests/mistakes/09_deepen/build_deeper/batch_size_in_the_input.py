"""The batch size that training will have is a part of the input.

loses: 1
told: made for 32 images at a time
"""


def build_deeper():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1), batch_size=32),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
