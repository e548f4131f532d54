"""A layer of Keras."""


def relu(x):
    return layers.ReLU()(x)
