"""Separable convolutions, in Sequential models inside one another."""


def _stage(filters):
    return keras.Sequential(
        [
            layers.SeparableConv2D(filters, 3, padding="same"),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            layers.AveragePooling2D(2),
        ]
    )


def build_deeper():
    model = keras.Sequential([layers.Input((28, 28, 1)), *map(_stage, (32, 64, 96))])
    model.add(layers.Flatten())
    model.add(layers.Dropout(0.3))
    model.add(layers.Dense(10, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
