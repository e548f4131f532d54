"""The test set comes first.

loses: 2
told: it comes first
"""


def load_digits():
    train, test = load_mnist()
    return test, train
