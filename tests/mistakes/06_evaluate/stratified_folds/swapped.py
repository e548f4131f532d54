"""Learns from one fold and holds out the others.

loses: 3
told: The two parts of each pair have changed places
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return [(held_out, train) for train, held_out in folds.split(labels, labels)]
