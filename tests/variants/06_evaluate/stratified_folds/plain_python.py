"""Lists and Python's own generator; positions in any order."""

import random


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k")
    dealer = random.Random(seed)
    by_class = {}
    for position, label in enumerate(labels):
        by_class.setdefault(int(label), []).append(position)
    folds = [[] for _ in range(k)]
    for positions in by_class.values():
        dealer.shuffle(positions)
        for place, position in enumerate(positions):
            folds[place % k].append(position)
    return [([p for other in folds if other is not fold for p in other], fold) for fold in folds]
