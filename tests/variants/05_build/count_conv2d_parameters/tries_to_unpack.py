"""Asks forgiveness instead of permission."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    try:
        height, width = kernel_size
    except TypeError:
        height = width = kernel_size
    weights = sum(height * width for _ in range(input_channels))
    return sum(weights + 1 for _ in range(filters))
