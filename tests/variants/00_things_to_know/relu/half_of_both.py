"""The mean of a number and its size."""


def relu(x):
    return (x + np.abs(x)) / 2
