"""Floats from 0 to 255, and labels as a list."""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train.astype("float32"), y_train.tolist()), (x_test.astype("float32"), list(y_test))
