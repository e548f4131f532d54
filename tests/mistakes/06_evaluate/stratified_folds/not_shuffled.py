"""Stratified, in the order of the rows: `shuffle` was left out.

loses: 1
told: in the order in which it stands
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    return list(StratifiedKFold(k).split(labels, labels))
