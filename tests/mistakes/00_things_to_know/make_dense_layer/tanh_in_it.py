"""Another activation.

loses: 2
told: twice the input does not change
"""


def make_dense_layer(units):
    return layers.Dense(units, activation="tanh")
