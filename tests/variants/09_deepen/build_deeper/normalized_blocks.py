"""A loop of blocks: convolution without bias, normalization, LeakyReLU, and strides that halve the map."""


def build_deeper():
    stack = [keras.Input((28, 28, 1))]
    for filters, strides in ((16, 1), (32, 2), (40, 2), (40, 2)):
        stack += [
            layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.LeakyReLU(negative_slope=0.1),
        ]
    stack += [layers.GlobalAveragePooling2D(), layers.Dense(10, activation="softmax")]
    model = keras.Sequential(stack)
    model.compile(
        keras.optimizers.SGD(0.05, momentum=0.9),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
