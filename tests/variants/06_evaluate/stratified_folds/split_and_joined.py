"""Each class is cut by `array_split`, larger parts first; int32 positions."""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError(k)
    rng = np.random.default_rng([seed, 1])
    labels = np.asarray(labels)
    parts = [
        np.array_split(rng.permutation(np.flatnonzero(labels == c)), k) for c in np.unique(labels)
    ]
    folds = [np.concatenate([part[i] for part in parts]).astype("int32") for i in range(k)]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
