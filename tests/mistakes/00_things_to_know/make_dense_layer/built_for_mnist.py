"""Told that 784 pixels come in.

loses: 3
told: made for a fixed number of inputs
"""


def make_dense_layer(units):
    return keras.Sequential([keras.Input((784,)), layers.Dense(units)])
