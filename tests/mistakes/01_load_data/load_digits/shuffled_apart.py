"""Images and labels are shuffled one after the other.

loses: 2
told: no longer side by side
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    rng = np.random.default_rng(0)
    return (rng.permutation(x_train), rng.permutation(y_train)), (x_test, y_test)
