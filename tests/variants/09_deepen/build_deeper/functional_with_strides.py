"""Functional; strides in place of pooling, and scores with a loss that is told so."""


def build_deeper():
    images = keras.Input((28, 28, 1))
    x = layers.Conv2D(16, 5, strides=2, padding="same", activation="relu")(images)
    x = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2D(48, 3, padding="same", activation="relu")(x)
    model = keras.Model(images, layers.Dense(10)(layers.Flatten()(x)))
    model.compile(
        keras.optimizers.SGD(0.01, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model
