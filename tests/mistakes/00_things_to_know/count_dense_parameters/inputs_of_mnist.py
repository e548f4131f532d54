"""784, whatever comes in.

loses: 2
told: 784 inputs were counted
"""


def count_dense_parameters(inputs, units):
    return 784 * units + units
