"""Sorts the caller's labels in order to find the classes.

loses: 1
told: changed the labels that it was given
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    rng = np.random.default_rng(seed)
    positions = np.argsort(labels, kind="stable")
    labels.sort()
    fold_of = np.empty(len(labels), int)
    for digit in np.unique(labels):
        chosen = rng.permutation(positions[labels == digit])
        fold_of[chosen] = np.arange(len(chosen)) % k
    return [(np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)) for i in range(k)]
