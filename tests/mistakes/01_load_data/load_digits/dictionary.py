"""A dictionary of four arrays.

loses: 4
told: of the type dict
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}
