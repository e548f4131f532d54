"""A loop from the last epoch to the first that also takes ties, so that the first one stays."""


def best_epoch(history):
    losses = history["val_loss"]
    best = len(losses)
    for epoch in range(len(losses), 0, -1):
        if losses[epoch - 1] <= losses[best - 1]:
            best = epoch
    return best
