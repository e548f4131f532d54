"""Shuffled and cut, and not by class.

loses: 2
told: of the 12 digits of class 0
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    positions = np.random.default_rng(seed).permutation(len(labels))
    parts = np.array_split(positions, k)
    return [(np.setdiff1d(positions, part), part) for part in parts]
