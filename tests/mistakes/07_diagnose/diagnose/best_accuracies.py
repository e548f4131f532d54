"""The best values in place of the last.

loses: 2
told: go by the best epochs
"""


def diagnose(history, target=0.95):
    gap = max(history["accuracy"]) - max(history["val_accuracy"])
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    learning = history["loss"][-1] < history["loss"][best]
    if gap > 0.05 or (worse and learning):
        return "overfitting"
    return "underfitting" if max(history["accuracy"]) < target else "good fit"
