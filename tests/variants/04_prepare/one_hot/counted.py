"""Every cell is counted by bincount. Written from the notebook alone."""

import numpy as np


def one_hot(labels, num_classes=10):
    n = len(labels)
    cells = np.arange(n) * num_classes + np.asarray(labels, dtype=int)
    return np.bincount(cells, minlength=n * num_classes).reshape(n, num_classes)
