"""The seed is not used, so each call draws anew.

loses: 1
told: Two calls with the seed 7
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    return list(StratifiedKFold(k, shuffle=True).split(labels, labels))
