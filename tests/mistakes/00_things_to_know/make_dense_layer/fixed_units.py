"""The number of the docstring's example.

loses: 3
told: Asked for
"""


def make_dense_layer(units):
    return layers.Dense(3)
