"""Every weight is counted one by one. Written from the notebook alone."""

from itertools import product


def count_conv2d_parameters(filters, kernel_size, input_channels):
    if isinstance(kernel_size, int):
        kernel_size = [kernel_size] * 2
    weights = product(
        range(kernel_size[0]), range(kernel_size[1]), range(input_channels), range(filters)
    )
    return sum(1 for _ in weights) + filters
