"""By accuracy.

loses: 2
told: val_accuracy is highest
"""


def best_epoch(history):
    return int(np.argmax(history["val_accuracy"])) + 1
