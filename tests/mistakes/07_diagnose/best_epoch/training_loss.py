"""The training loss in place of the validation loss.

loses: 2
told: the *training* loss is lowest
"""


def best_epoch(history):
    return int(np.argmin(history["loss"])) + 1
