"""Four arrays one after the other.

loses: 4
told: one after the other
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return x_train, y_train, x_test, y_test
