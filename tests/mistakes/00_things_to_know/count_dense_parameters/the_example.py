"""The example's number.

loses: 2
told: Draw the 4 units
"""


def count_dense_parameters(inputs, units):
    return 9
