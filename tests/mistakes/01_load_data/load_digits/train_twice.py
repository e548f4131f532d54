"""The training set is returned in both places.

loses: 3
told: returned twice
"""


def load_digits():
    train, _ = load_mnist()
    return train, train
