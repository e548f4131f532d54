"""A layer for images.

loses: 3
told: raised ValueError
"""


def make_dense_layer(units):
    return layers.Conv2D(units, 3)
