"""Images and labels are shuffled together, so they are no longer in Keras's order.

loses: 1
told: all came, in another order
"""


def load_digits():
    (x_train, y_train), test = load_mnist()
    order = np.random.default_rng(0).permutation(len(x_train))
    return (x_train[order], y_train[order]), test
