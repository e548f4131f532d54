"""Ones put along the axis of the classes. Written from the notebook alone."""

import numpy as np


def one_hot(labels, num_classes=10):
    table = np.zeros((labels.shape[0], num_classes), dtype=np.float16)
    np.put_along_axis(table, labels.astype(np.int64)[:, np.newaxis], 1, axis=1)
    return table
