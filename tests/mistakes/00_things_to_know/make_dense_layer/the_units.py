"""The number.

loses: 3
told: of the type int
"""


def make_dense_layer(units):
    return units
