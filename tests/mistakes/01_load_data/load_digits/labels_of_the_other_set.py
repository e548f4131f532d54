"""Each set gets the labels of the other one.

loses: 3
told: labels in one pair
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train, y_test), (x_test, y_train)
