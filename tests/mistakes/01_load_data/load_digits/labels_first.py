"""In each pair the labels come first.

loses: 4
told: labels come before the images
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (y_train, x_train), (y_test, x_test)
