"""Rows of an identity matrix. Written from the notebook alone."""

import numpy as np


def one_hot(labels, num_classes=10):
    return np.identity(num_classes, dtype="uint8").take(labels, axis=0)
