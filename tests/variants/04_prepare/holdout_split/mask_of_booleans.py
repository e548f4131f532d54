"""A mask is set class by class, with the old generator of NumPy. Written from the notebook alone."""

import numpy as np


def holdout_split(labels, fraction, seed):
    state = np.random.RandomState(seed)
    mask = np.zeros(len(labels), dtype=bool)
    for digit in set(np.asarray(labels).tolist()):
        where = np.where(labels == digit)[0]
        state.shuffle(where)
        mask[where[: int(len(where) * fraction)]] = True
    return np.where(~mask)[0], np.where(mask)[0]
