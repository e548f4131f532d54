"""Times a step function. Written from the notebook alone."""

import numpy as np


def relu(x):
    return x * np.heaviside(x, 0.0)
