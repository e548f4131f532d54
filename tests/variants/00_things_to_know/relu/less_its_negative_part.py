"""What is negative is subtracted. Written from the notebook alone."""

import numpy as np


def relu(x):
    return x - np.minimum(x, 0)
