"""The activation is a function that returns what it gets. Written from the notebook alone."""

from keras import layers


def make_dense_layer(units):
    return layers.Dense(units=units, activation=lambda x: x, bias_initializer="ones")
