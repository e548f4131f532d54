"""Returns inside the loop, so that only the first fold is seen.

loses: 4
told: With k=5, 2 folds came back
"""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(labels, k, seed):
    for train, held_out in StratifiedKFold(k, shuffle=True, random_state=seed).split(
        labels, labels
    ):
        return train, held_out
