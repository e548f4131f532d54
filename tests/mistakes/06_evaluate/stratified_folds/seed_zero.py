"""`seed or None`: 0 counts as no seed.

loses: 1
told: the seed 0 cannot
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed or None)
    return list(folds.split(labels, labels))
