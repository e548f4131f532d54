"""An operation of Keras, a tensor."""


def relu(x):
    return keras.ops.relu(x)
