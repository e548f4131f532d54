"""Sorted in place, then looked at.

loses: 1
told: no longer belong to their epochs
"""


def best_epoch(history):
    before = list(history["val_loss"])
    history["val_loss"].sort()
    return before.index(history["val_loss"][0]) + 1
