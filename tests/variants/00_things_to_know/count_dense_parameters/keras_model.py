"""Keras counts, in a network."""


def count_dense_parameters(inputs, units):
    return keras.Sequential([keras.Input((inputs,)), layers.Dense(units)]).count_params()
