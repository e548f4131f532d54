"""Picked along the axis, kept away from 0 by clipping. Written from the notebook alone."""

import numpy as np


def cross_entropy(probabilities, labels):
    picked = np.take_along_axis(probabilities, labels.reshape(-1, 1).astype(int), axis=1)
    return float(-np.log(np.clip(picked, 1e-7, 1 - 1e-7)).mean())
