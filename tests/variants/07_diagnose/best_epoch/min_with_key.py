"""Pairs of a value and its epoch."""


def best_epoch(history):
    return float(min((value, i) for i, value in enumerate(history["val_loss"], 1))[1])
