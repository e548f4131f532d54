"""One way out returns nothing.

loses: 3
told: whichever way it takes
"""


def diagnose(history, target=0.95):
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    learning = history["loss"][-1] < history["loss"][best]
    if gap > 0.05 or (worse and learning):
        return "overfitting"
    if history["accuracy"][-1] < target:
        return "underfitting"
    "good fit"
