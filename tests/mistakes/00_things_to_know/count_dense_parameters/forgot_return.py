"""Printed.

loses: 2
told: returned nothing
"""


def count_dense_parameters(inputs, units):
    print((inputs + 1) * units)
