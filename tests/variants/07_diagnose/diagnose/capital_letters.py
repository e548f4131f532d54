"""Capital letters, a chain of ifs, and a helper for the last values."""


def diagnose(history, target=0.95):
    def last(name):
        return history[name][-1]

    lowest = min(history["val_loss"])
    since = history["val_loss"].index(lowest)
    if last("accuracy") - last("val_accuracy") > 0.05:
        return "Overfitting"
    elif last("val_loss") / lowest > 1.1 and last("loss") < history["loss"][since]:
        return "OVERFITTING"
    elif last("accuracy") < target:
        return "Underfitting"
    else:
        return "Good fit"
