"""The loss itself.

loses: 2
told: the lowest val_loss itself
"""


def best_epoch(history):
    return min(history["val_loss"])
