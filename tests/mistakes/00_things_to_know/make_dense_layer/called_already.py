"""Called on some input.

loses: 3
told: of the type EagerTensor
"""


def make_dense_layer(units):
    return layers.Dense(units)(np.ones((4, 2), "float32"))
