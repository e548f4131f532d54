"""Counts the weights again at every position of a 28 by 28 image.

loses: 3
told: shared
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    positions = (28 - height + 1) * (28 - width + 1)
    return filters * (height * width * input_channels + 1) * positions
