"""A scalar product, which gives a NumPy integer. Written from the notebook alone."""

import numpy as np


def count_dense_parameters(inputs, units):
    return np.dot([inputs, 1], [units, units])
