"""Weights only.

loses: 2
told: The biases are missing
"""


def count_dense_parameters(inputs, units):
    return inputs * units
