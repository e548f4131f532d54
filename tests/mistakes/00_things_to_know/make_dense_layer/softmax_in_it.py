"""The output layer that one copies from everywhere.

loses: 2
told: there is a softmax in it
"""


def make_dense_layer(units):
    return layers.Dense(units, activation="softmax")
