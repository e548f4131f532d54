"""The name of a layer.

loses: 3
told: of the type str
"""


def make_dense_layer(units):
    return "Dense"
