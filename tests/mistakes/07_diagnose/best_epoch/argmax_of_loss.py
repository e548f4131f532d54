"""The highest loss.

loses: 2
told: Of a loss, the lowest value is the best
"""


def best_epoch(history):
    return int(np.argmax(history["val_loss"])) + 1
