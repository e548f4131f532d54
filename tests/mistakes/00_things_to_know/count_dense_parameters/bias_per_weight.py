"""A bias for each weight.

loses: 2
told: a bias for each weight
"""


def count_dense_parameters(inputs, units):
    return 2 * inputs * units
