"""k = 1 is not refused.

loses: 1
told: With fewer than two folds
"""


def stratified_folds(labels, k, seed):
    rng = np.random.default_rng(seed)
    fold_of = np.empty(len(labels), int)
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        fold_of[positions] = np.arange(len(positions)) % max(k, 1)
    return [(np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)) for i in range(k)]
