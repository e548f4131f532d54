"""A bias for each input.

loses: 2
told: as many biases as inputs
"""


def count_dense_parameters(inputs, units):
    return inputs * units + inputs
