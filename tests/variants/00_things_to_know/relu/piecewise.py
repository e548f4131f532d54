"""Two functions, chosen by piecewise. Written from the notebook alone."""

import numpy as np


def relu(x):
    return np.piecewise(x, [x < 0, x >= 0], [0, lambda part: part])
