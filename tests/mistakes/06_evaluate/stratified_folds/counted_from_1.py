"""Positions from 1 to N.

loses: 4
told: holds the position N
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return [(train + 1, held_out + 1) for train, held_out in folds.split(labels, labels)]
