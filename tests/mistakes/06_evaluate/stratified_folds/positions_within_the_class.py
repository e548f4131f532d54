"""Positions are counted anew in each class.

loses: 3
told: Were they counted anew
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    rng = np.random.default_rng(seed)
    folds = [[] for _ in range(k)]
    for digit in np.unique(labels):
        for place, position in enumerate(rng.permutation(np.sum(labels == digit))):
            folds[place % k].append(position)
    everything = np.arange(len(labels))
    return [(np.setdiff1d(everything, fold), np.array(fold)) for fold in folds]
