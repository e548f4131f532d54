"""Black on white, as on paper.

loses: 2
told: are bright nearly everywhere
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (255 - x_train, y_train), (255 - x_test, y_test)
