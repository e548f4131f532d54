"""One bias in all.

loses: 2
told: That is one bias in all
"""


def count_dense_parameters(inputs, units):
    return inputs * units + 1
