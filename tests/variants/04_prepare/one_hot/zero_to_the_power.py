"""Zero to the power of the distance: 1 where there is none. Written from the notebook alone."""

import numpy as np


def one_hot(labels, num_classes=10):
    distance = np.subtract.outer(np.asarray(labels, int), np.arange(num_classes))
    return 0.0 ** np.abs(distance)
