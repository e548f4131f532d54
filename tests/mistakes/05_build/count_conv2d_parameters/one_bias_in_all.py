"""One bias for the layer instead of one for each filter.

loses: 3
told: one bias in all
"""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    return filters * height * width * input_channels + 1
