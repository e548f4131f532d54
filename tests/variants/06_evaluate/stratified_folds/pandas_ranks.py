"""A pandas person: a frame is shuffled, and the running number within a class names the fold."""

import pandas as pd


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k < 2")
    frame = pd.DataFrame({"label": np.asarray(labels)}).sample(frac=1, random_state=seed)
    fold = frame.groupby("label").cumcount() % k
    pairs = []
    for i in range(k):
        pairs.append((fold.index[fold != i].to_numpy(), fold.index[fold == i].to_numpy()))
    return pairs
