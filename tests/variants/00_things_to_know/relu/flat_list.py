"""A plain list of maxima, put back into shape. Written from the notebook alone."""

import numpy as np


def relu(x):
    values = [max(0.0, float(value)) for value in np.ravel(x)]
    return np.array(values).reshape(np.shape(x))
