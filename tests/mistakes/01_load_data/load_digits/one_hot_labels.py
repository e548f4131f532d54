"""Labels encoded while loading.

loses: 3
told: one-hot rows
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train, np.eye(10)[y_train]), (x_test, np.eye(10)[y_test])
