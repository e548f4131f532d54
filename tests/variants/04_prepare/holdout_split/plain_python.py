"""Lists and Python's own generator, rounding up."""

import math
import random


def holdout_split(labels, fraction, seed):
    generator = random.Random(seed)
    groups = {}
    for position, label in enumerate(labels):
        groups.setdefault(int(label), []).append(position)
    train, validation = [], []
    for positions in groups.values():
        generator.shuffle(positions)
        held_out = math.ceil(len(positions) * fraction)
        validation += positions[:held_out]
        train += positions[held_out:]
    return sorted(train), sorted(validation)
