"""The held-out positions stay among those for training.

loses: 3
told: are among its training positions, too
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    everything = np.arange(len(labels))
    return [(everything, held_out) for _, held_out in folds.split(labels, labels)]
