"""Python's own random sample of each class, rounded up. Written from the notebook alone."""

import math
import random
from collections import defaultdict

import numpy as np


def holdout_split(labels, fraction, seed):
    dice = random.Random(seed)
    places = defaultdict(list)
    for i, label in enumerate(labels):
        places[int(label)].append(i)
    held = set()
    for members in places.values():
        held.update(dice.sample(members, math.ceil(fraction * len(members))))
    train = [i for i in range(len(labels)) if i not in held]
    return [np.array(train), np.array(sorted(held))]
