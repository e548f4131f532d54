"""NumPy spreads an int over a pair; the result is a NumPy integer."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    return np.prod(np.broadcast_to(kernel_size, 2)) * input_channels * filters + filters
