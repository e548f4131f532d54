"""Sets the seed of the whole notebook.

loses: 1
told: NumPy's shared generator
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    np.random.seed(seed)
    fold_of = np.empty(len(labels), int)
    for digit in np.unique(labels):
        positions = np.random.permutation(np.flatnonzero(labels == digit))
        fold_of[positions] = np.arange(len(positions)) % k
    return [(np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)) for i in range(k)]
