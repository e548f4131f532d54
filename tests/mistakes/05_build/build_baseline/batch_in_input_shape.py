"""The number of images as part of the shape of one image.

loses: 6
told: as part of the shape of one image
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((32, 28, 28, 1)),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
