"""Collected in an array of integers.

loses: 3
told: The fractions of the sums are gone
"""


def dense(inputs, weights, bias):
    result = np.zeros((len(inputs), len(bias)), dtype=int)
    result[:] = np.nan_to_num(inputs @ weights + bias)
    return result
