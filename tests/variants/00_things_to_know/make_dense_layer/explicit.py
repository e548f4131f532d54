"""All defaults written out."""


def make_dense_layer(units):
    return keras.layers.Dense(
        units=units,
        activation="linear",
        use_bias=True,
        kernel_initializer="glorot_uniform",
        name="sums",
    )
