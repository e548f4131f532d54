"""The order of the questions is changed.

loses: 2
told: ask for underfitting first
"""


def diagnose(history, target=0.95):
    if history["accuracy"][-1] < target:
        return "underfitting"
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    learning = history["loss"][-1] < history["loss"][best]
    return "overfitting" if gap > 0.05 or (worse and learning) else "good fit"
