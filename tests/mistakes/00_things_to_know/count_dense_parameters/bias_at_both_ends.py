"""Inputs and units have one.

loses: 2
told: Both inputs and units got a bias
"""


def count_dense_parameters(inputs, units):
    return inputs * units + inputs + units
