"""np.select, which returns NumPy's text."""


def diagnose(history, target=0.95):
    loss, val_loss = np.array(history["loss"]), np.array(history["val_loss"])
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    later = loss[val_loss.argmin() :]
    worse = val_loss[-1] > 1.1 * val_loss.min() and later[-1] < later[0]
    conditions = [gap > 0.05 or worse, history["accuracy"][-1] < target]
    return np.select(conditions, ["overfitting", "underfitting"], "good fit")[()]
