"""The list's own index of its minimum."""


def best_epoch(history):
    return history["val_loss"].index(min(history["val_loss"])) + 1
