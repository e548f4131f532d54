"""A beginner with lists: Python's own random numbers, a dictionary of classes, one card after another."""

import random


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k is too small")
    generator = random.Random(seed)
    positions_of = {}
    for position in range(len(labels)):
        label = int(labels[position])
        if label not in positions_of:
            positions_of[label] = []
        positions_of[label].append(position)

    held_out = []
    for fold in range(k):
        held_out.append([])
    turn = 0
    for label in sorted(positions_of):
        generator.shuffle(positions_of[label])
        for position in positions_of[label]:
            held_out[turn % k].append(position)
            turn = turn + 1

    pairs = []
    for fold in range(k):
        held = set(held_out[fold])
        train = []
        for position in range(len(labels)):
            if position not in held:
                train.append(position)
        pairs.append((train, held_out[fold]))
    return pairs
