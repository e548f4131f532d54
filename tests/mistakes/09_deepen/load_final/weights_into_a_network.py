"""Loads the file's weights into a network of the notebook.

loses: 2
told: do not fit the network
"""


def load_final(path):
    model = one_convolution()
    model.load_weights(path)
    return model
