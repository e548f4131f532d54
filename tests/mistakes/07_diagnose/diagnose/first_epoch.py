"""Position 0 in place of -1.

loses: 3
told: go by the first epoch
"""


def diagnose(history, target=0.95):
    gap = history["accuracy"][0] - history["val_accuracy"][0]
    best = int(np.argmin(history["val_loss"]))
    worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    learning = history["loss"][-1] < history["loss"][best]
    if gap > 0.05 or (worse and learning):
        return "overfitting"
    return "underfitting" if history["accuracy"][0] < target else "good fit"
