"""An activation of Keras."""


def relu(x):
    return keras.activations.relu(x)
