"""A bias for every channel of every filter.

loses: 3
told: for every channel of every filter
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    return filters * (height * width + 1) * input_channels
