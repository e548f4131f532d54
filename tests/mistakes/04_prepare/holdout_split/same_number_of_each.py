"""As many of each class, whatever its size.

loses: 1
told: not the same number
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    classes = np.unique(labels)
    each = round(len(labels) * fraction / len(classes))
    validation = np.concatenate(
        [rng.permutation(np.flatnonzero(labels == digit))[:each] for digit in classes]
    )
    return np.setdiff1d(np.arange(len(labels)), validation), validation
