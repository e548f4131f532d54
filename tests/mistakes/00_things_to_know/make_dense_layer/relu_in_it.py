"""The activation of the hidden layers that one copies from everywhere.

loses: 2
told: an activation such as ReLU. This
"""


def make_dense_layer(units):
    return layers.Dense(units, activation="relu")
