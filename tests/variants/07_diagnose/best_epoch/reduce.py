"""Functional: folds over pairs of loss and epoch, which compare by loss, then by epoch."""

from functools import reduce


def best_epoch(history):
    pairs = zip(history["val_loss"], range(1, len(history["val_loss"]) + 1), strict=True)
    return reduce(lambda a, b: b if b < a else a, pairs)[1]
