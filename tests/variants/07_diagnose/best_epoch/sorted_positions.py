"""Sorts the epochs by their loss; sorting is stable, so the first of equal ones comes first."""


def best_epoch(history):
    val_loss = history["val_loss"]
    epochs = list(range(1, len(val_loss) + 1))
    epochs.sort(key=lambda epoch: val_loss[epoch - 1])
    return epochs[0]
