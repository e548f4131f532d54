"""With a channel axis already.

loses: 1
told: an axis for the channel already
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train[..., np.newaxis], y_train), (x_test[..., np.newaxis], y_test)
