"""Prints the number and returns nothing.

loses: 3
told: None
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    print(filters * (height * width * input_channels + 1))
