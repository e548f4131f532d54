"""A pair times ones, and its product. Written from the notebook alone."""

import numpy as np


def count_conv2d_parameters(filters, kernel_size, input_channels):
    area = np.prod(np.ones(2, dtype=int) * kernel_size)
    return input_channels * area * filters + filters
