"""Adds 0.1 to the lowest val_loss where the docstring says 1.1 times.

loses: 2
told: a val_loss that has risen by 0.1
"""


def diagnose(history, target=0.95):
    loss, vloss = history["loss"], history["val_loss"]
    k = vloss.index(min(vloss))
    if history["accuracy"][-1] - history["val_accuracy"][-1] > 0.05 or (
        vloss[-1] > vloss[k] + 0.1 and loss[-1] < loss[k]
    ):
        return "overfitting"
    return "underfitting" if history["accuracy"][-1] < target else "good fit"
