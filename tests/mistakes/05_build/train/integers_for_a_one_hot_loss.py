"""Integer labels for a loss that wants them one-hot.

loses: 1
told: hands it integers
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data)
