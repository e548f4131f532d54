"""Other words for the same.

loses: 3
told: exactly: overfitting
"""


def diagnose(history, target=0.95):
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    learning = history["loss"][-1] < history["loss"][best]
    if gap > 0.05 or (worse and learning):
        return "overfit"
    return "underfitting" if history["accuracy"][-1] < target else "optimum fit"
