"""Times the comparison."""


def relu(x):
    return x * (x > 0)
