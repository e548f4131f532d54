"""As many epochs as there are.

loses: 2
told: That is the last epoch
"""


def best_epoch(history):
    return len(history["val_loss"])
