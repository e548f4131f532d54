"""The routine of BLAS that multiplies and adds in one go. Written from the notebook alone."""

import numpy as np
from scipy.linalg.blas import dgemm


def dense(inputs, weights, bias):
    start = np.tile(bias, (len(inputs), 1)).astype(float)
    return dgemm(1.0, inputs, weights, beta=1.0, c=start)
