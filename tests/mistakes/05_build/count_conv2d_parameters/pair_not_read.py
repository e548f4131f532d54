"""Squares whatever comes; a pair cannot be squared.

loses: 2
told: a pair such as
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    return filters * (kernel_size**2 * input_channels + 1)
