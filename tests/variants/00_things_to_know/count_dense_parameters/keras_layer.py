"""Keras counts."""


def count_dense_parameters(inputs, units):
    layer = layers.Dense(units)
    layer.build((None, inputs))
    return layer.count_params()
