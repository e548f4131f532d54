"""Divided by the sum of the weights, as in statistics.

loses: 0
told: a weighted mean, as in statistics
"""


def warm_up(inputs, weights):
    return np.average(inputs, weights=weights)
