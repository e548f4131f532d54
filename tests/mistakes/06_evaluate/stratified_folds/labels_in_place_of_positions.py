"""The labels at the positions in place of the positions.

loses: 4
told: holds labels, not positions
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return [(labels[train], labels[held_out]) for train, held_out in folds.split(labels, labels)]
