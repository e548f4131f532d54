"""A bias for every weight.

loses: 3
told: twice the weights
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    return 2 * filters * height * width * input_channels
