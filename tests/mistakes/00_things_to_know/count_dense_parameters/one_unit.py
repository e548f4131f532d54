"""What one unit learns.

loses: 2
told: This is what one unit learns
"""


def count_dense_parameters(inputs, units):
    return inputs + 1
