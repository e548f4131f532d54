"""An `assert` raises another exception than the one promised.

loses: 1
told: The docstring promises a ValueError
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    assert k > 1
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return list(folds.split(labels, labels))
