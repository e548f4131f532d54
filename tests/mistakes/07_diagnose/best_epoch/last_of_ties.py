"""`<=` keeps the last of several.

loses: 1
told: that is the last of them
"""


def best_epoch(history):
    best, at = float("inf"), 0
    for epoch, value in enumerate(history["val_loss"], 1):
        if value <= best:
            best, at = value, epoch
    return at
