"""Each class gives k equal parts; what is left over is held out nowhere.

loses: 2
told: are never held out
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    rng = np.random.default_rng(seed)
    folds = [[] for _ in range(k)]
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        size = len(positions) // k
        for i in range(k):
            folds[i].extend(positions[i * size : (i + 1) * size])
    everything = np.arange(len(labels))
    return [(np.setdiff1d(everything, fold), np.array(fold, int)) for fold in folds]
