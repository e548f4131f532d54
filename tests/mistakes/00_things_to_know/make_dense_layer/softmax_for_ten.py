"""Ten units are taken for the last layer, which gets a softmax.

loses: 1
told: Ten units need not be the last layer
"""


def make_dense_layer(units):
    return layers.Dense(units, activation="softmax" if units == 10 else None)
