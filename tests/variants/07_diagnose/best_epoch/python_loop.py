"""A loop in plain Python."""


def best_epoch(history):
    best = 0
    for i, value in enumerate(history["val_loss"]):
        if value < history["val_loss"][best]:
            best = i
    return best + 1
