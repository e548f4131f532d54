"""SciPy compares each set with the training set. Written from the notebook alone."""

import numpy as np
from scipy.stats import zmap


def standardize(train_images, *others):
    compare = train_images.astype(float)
    results = []
    for images in [train_images, *others]:
        if np.ptp(compare) == 0:
            scores = images - compare.mean()
        else:
            scores = zmap(images.astype(float), compare, axis=None)
        results.append(np.float32(scores))
    return tuple(results)
