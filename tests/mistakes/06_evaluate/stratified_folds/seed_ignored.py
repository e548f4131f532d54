"""Always the same seed.

loses: 1
told: the argument `seed` has no effect
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    return list(StratifiedKFold(k, shuffle=True, random_state=42).split(labels, labels))
