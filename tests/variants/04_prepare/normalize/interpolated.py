"""A straight line from 0 to 255, looked up. Written from the notebook alone."""

import numpy as np


def normalize(images):
    return np.interp(images, (0, 255), (0.0, 1.0)).astype(np.float32)
