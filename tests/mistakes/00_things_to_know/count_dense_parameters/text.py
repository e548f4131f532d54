"""A sentence.

loses: 2
told: returned text
"""


def count_dense_parameters(inputs, units):
    return f"{(inputs + 1) * units:,} parameters"
