"""Loaded into names of the function's own, and not returned.

loses: 4
told: names are its own
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
