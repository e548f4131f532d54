"""What is negative is masked and filled. Written from the notebook alone."""

import numpy as np


def relu(x):
    return np.ma.masked_less(x, 0).filled(0)
