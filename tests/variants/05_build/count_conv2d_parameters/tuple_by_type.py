"""Tells a pair by its type."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    if isinstance(kernel_size, tuple):
        window = kernel_size[0] * kernel_size[1]
    else:
        window = kernel_size**2
    return window * input_channels * filters + filters
