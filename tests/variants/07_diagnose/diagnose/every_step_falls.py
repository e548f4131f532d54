"""Reads "has gone on falling" strictly: each loss since the best epoch is below the one before."""


def diagnose(history, target=0.95):
    val_loss = history["val_loss"]
    best = min(range(len(val_loss)), key=val_loss.__getitem__)
    since = history["loss"][best:]
    goes_on_falling = len(since) > 1 and all(b < a for a, b in zip(since, since[1:], strict=False))
    if history["accuracy"][-1] > history["val_accuracy"][-1] + 0.05:
        return "overfitting"
    if val_loss[-1] > 1.1 * val_loss[best] and goes_on_falling:
        return "overfitting"
    if history["accuracy"][-1] < target:
        return "underfitting"
    return "good fit"
