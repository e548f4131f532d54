"""Labels as text, as some copies of MNIST have them.

loses: 3
told: the numbers from 0 to 9 are expected
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train, y_train.astype(str)), (x_test, y_test.astype(str))
