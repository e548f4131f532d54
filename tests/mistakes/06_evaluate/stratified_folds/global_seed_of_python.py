"""Sets the seed of Python's own generator.

loses: 1
told: Python's shared generator
"""

import random


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    random.seed(seed)
    folds = [[] for _ in range(k)]
    for digit in sorted(set(labels.tolist())):
        positions = [i for i, label in enumerate(labels) if label == digit]
        random.shuffle(positions)
        for place, position in enumerate(positions):
            folds[place % k].append(position)
    return [(sorted(set(range(len(labels))) - set(fold)), fold) for fold in folds]
