"""Plus for times.

loses: 2
told: Inputs and units were added
"""


def count_dense_parameters(inputs, units):
    return inputs + units
