"""A copy, written into."""


def relu(x):
    result = x.copy()
    result[result < 0] = 0
    return result
