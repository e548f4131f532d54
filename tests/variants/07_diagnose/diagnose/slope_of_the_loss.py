"""Reads "has gone on falling" as a falling straight line through the losses since the best epoch."""


def diagnose(history, target=0.95):
    loss, val_loss, accuracy, val_accuracy = (
        np.asarray(history[name], dtype=float)
        for name in ("loss", "val_loss", "accuracy", "val_accuracy")
    )
    since = loss[np.argmin(val_loss) :]
    falls = len(since) > 1 and np.polyfit(np.arange(len(since)), since, 1)[0] < 0
    if accuracy[-1] - val_accuracy[-1] > 0.05 or (val_loss[-1] / val_loss.min() > 1.1 and falls):
        return "Overfitting"
    return "Underfitting" if accuracy[-1] < target else "Good fit"
