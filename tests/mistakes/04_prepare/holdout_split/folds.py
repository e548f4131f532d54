"""The first of round(1/fraction) folds: right for 1/4, wrong for 2/5.

loses: 1
told: are held out, with fraction=0.4; about
"""

from sklearn.model_selection import StratifiedKFold


def holdout_split(labels, fraction, seed):
    folds = StratifiedKFold(round(1 / fraction), shuffle=True, random_state=seed)
    return next(folds.split(labels, labels))
