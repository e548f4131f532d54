"""A layer in a list.

loses: 3
told: of the type list
"""


def make_dense_layer(units):
    return [layers.Dense(units)]
