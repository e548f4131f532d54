"""The class, not called.

loses: 3
told: It is the pattern for layers
"""


def make_dense_layer(units):
    return layers.Dense
