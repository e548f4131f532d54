"""Called on a symbolic input, as in the functional style.

loses: 3
told: of the type KerasTensor
"""


def make_dense_layer(units):
    return layers.Dense(units)(keras.Input((784,)))
