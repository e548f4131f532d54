"""Divided by 255 while loading.

loses: 2
told: done here it would be done twice
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train / 255, y_train), (x_test / 255, y_test)
