"""A hidden layer before it.

loses: 2
told: One dense layer is enough
"""


def make_dense_layer(units):
    return keras.Sequential([layers.Dense(16), layers.Dense(units)])
