"""Only the held-out positions of each fold.

loses: 4
told: is no pair
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return [held_out for _, held_out in folds.split(labels, labels)]
