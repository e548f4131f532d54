"""The bias as one more input."""


def count_dense_parameters(inputs, units):
    return (inputs + 1) * units
