"""The test set is left behind.

loses: 4
told: The other set is missing
"""


def load_digits():
    (x_train, y_train), _ = load_mnist()
    return x_train, y_train
