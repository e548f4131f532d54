"""As many biases as channels come in.

loses: 3
told: as many biases as
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    return filters * height * width * input_channels + input_channels
