"""Axes of length 1 are dropped, and so a single row loses its own.

loses: 1
told: their axis for the rows is gone
"""


def dense(inputs, weights, bias):
    return np.squeeze(inputs @ weights + bias)
