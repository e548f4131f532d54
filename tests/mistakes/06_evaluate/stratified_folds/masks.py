"""Masks in place of positions.

loses: 4
told: a mask of True and False
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    rng = np.random.default_rng(seed)
    fold_of = np.empty(len(labels), int)
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        fold_of[positions] = np.arange(len(positions)) % k
    return [(fold_of != i, fold_of == i) for i in range(k)]
