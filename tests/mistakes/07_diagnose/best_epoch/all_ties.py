"""All epochs with the lowest value.

loses: 1
told: the first of those
"""


def best_epoch(history):
    val_loss = np.array(history["val_loss"])
    return np.flatnonzero(val_loss == val_loss.min()) + 1
