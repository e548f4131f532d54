"""Zeros into which the positive numbers are copied. Written from the notebook alone."""

import numpy as np


def relu(x):
    result = np.zeros_like(x)
    np.copyto(result, x, where=x > 0)
    return result
