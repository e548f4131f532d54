"""Makes arrays of the right shapes and counts what is in them."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    pair = [kernel_size, kernel_size] if np.isscalar(kernel_size) else list(kernel_size)
    kernel = np.zeros((*pair, input_channels, filters))
    bias = np.zeros(filters)
    return kernel.size + bias.size
