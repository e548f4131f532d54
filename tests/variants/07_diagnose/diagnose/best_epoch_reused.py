"""Uses best_epoch of the exercise before, and short-circuits in one expression."""


def diagnose(history, target=0.95):
    end = {name: values[-1] for name, values in history.items()}
    best = int(best_epoch(history)) - 1
    gap = end["accuracy"] > end["val_accuracy"] + 0.05
    worse = (
        end["val_loss"] > 1.1 * history["val_loss"][best] and end["loss"] < history["loss"][best]
    )
    return (
        "overfitting"
        if gap or worse
        else "underfitting"
        if end["accuracy"] < target
        else "good fit"
    )
