"""A line with one bend, looked up between points. Written from the notebook alone."""

import numpy as np


def relu(x):
    end = np.max(np.abs(x)) + 1.0
    return np.interp(x, [-end, 0.0, end], [0.0, 0.0, end])
