"""Functional, with branches of several window sizes that are concatenated; logits and AdamW."""


def _branches(maps, filters):
    small = layers.Conv2D(filters, 1, activation="relu")(maps)
    middle = layers.Conv2D(filters, 3, padding="same", activation="relu")(small)
    large = layers.Conv2D(filters, 5, padding="same", activation="relu")(small)
    return layers.Concatenate()([small, middle, large])


def build_deeper():
    images = keras.Input((28, 28, 1))
    maps = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(images)
    maps = _branches(maps, 8)
    maps = layers.AveragePooling2D(2)(maps)
    maps = layers.Conv2D(48, 3, activation="relu")(maps)
    values = layers.GlobalMaxPooling2D()(maps)
    model = keras.Model(images, layers.Dense(10)(values))
    model.compile(
        optimizer=keras.optimizers.AdamW(3e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
