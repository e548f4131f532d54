"""Bytes read as signed ones.

loses: 3
told: have negative values
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train.astype("int8"), y_train), (x_test.astype("int8"), y_test)
