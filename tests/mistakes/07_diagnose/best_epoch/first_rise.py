"""Stops where val_loss rises for the first time.

loses: 2
told: rises for the first time
"""


def best_epoch(history):
    val_loss = history["val_loss"]
    for i in range(1, len(val_loss)):
        if val_loss[i] > val_loss[i - 1]:
            return i
    return len(val_loss)
