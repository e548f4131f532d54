"""Without biases.

loses: 2
told: weights and no biases
"""


def make_dense_layer(units):
    return layers.Dense(units, use_bias=False)
