"""Compares the last training loss with that of the first epoch, and not of the best.

loses: 2
told: since the first epoch, which it
"""


def diagnose(history, target=0.95):
    if history["accuracy"][-1] - history["val_accuracy"][-1] > 0.05:
        return "overfitting"
    if (
        history["val_loss"][-1] > 1.1 * min(history["val_loss"])
        and history["loss"][-1] < history["loss"][0]
    ):
        return "overfitting"
    if history["accuracy"][-1] < target:
        return "underfitting"
    return "good fit"
