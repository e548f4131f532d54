"""Weights and biases apart.

loses: 2
told: came one beside the other
"""


def count_dense_parameters(inputs, units):
    return inputs * units, units
