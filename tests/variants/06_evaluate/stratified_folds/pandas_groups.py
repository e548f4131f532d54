"""pandas numbers the shuffled rows within each class; the folds come in reverse order."""

import pandas as pd


def stratified_folds(labels, k, seed):
    if k <= 1:
        raise ValueError("too few folds")
    shuffled = pd.Series(labels).sample(frac=1, random_state=seed)
    fold_of = shuffled.groupby(shuffled).cumcount() % k
    return tuple(
        (fold_of.index[fold_of != i].to_numpy(), fold_of.index[fold_of == i].to_numpy())
        for i in reversed(range(k))
    )
