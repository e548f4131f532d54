"""Functional, normalization before each activation, logits at the end, gradient descent with momentum."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    def bend(values):
        return layers.ReLU()(layers.BatchNormalization()(values) if batch_norm else values)

    pixels = keras.Input((28, 28, 1))
    maps = bend(layers.Conv2D(8, 5, strides=2)(pixels))
    maps = layers.MaxPooling2D()(maps)
    hidden = bend(layers.Dense(dense_units)(layers.Flatten()(maps)))
    if dropout > 0:
        hidden = layers.Dropout(dropout)(hidden)
    model = keras.Model(pixels, layers.Dense(10)(hidden))
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate, momentum=0.9, nesterov=True),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model
