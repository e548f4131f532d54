"""A window of size 3 counted as 3 weights.

loses: 2
told: not squared
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    window = kernel_size if isinstance(kernel_size, int) else kernel_size[0] * kernel_size[1]
    return filters * (window * input_channels + 1)
