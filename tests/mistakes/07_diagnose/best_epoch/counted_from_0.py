"""The position of the lowest value.

loses: 2
told: one less than the number
"""


def best_epoch(history):
    return int(np.argmin(history["val_loss"]))
