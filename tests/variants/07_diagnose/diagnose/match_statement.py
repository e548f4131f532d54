"""Three facts in a tuple, told apart by a match statement."""


def diagnose(history, target=0.95):
    last = {name: history[name][-1] for name in ("loss", "val_loss", "accuracy", "val_accuracy")}
    lowest = min(history["val_loss"])
    loss_at_lowest = history["loss"][history["val_loss"].index(lowest)]
    facts = (
        last["accuracy"] > last["val_accuracy"] + 0.05,
        last["val_loss"] > lowest * 1.1 and last["loss"] < loss_at_lowest,
        last["accuracy"] < target,
    )
    match facts:
        case (True, _, _) | (_, True, _):
            return "overfitting"
        case (_, _, True):
            return "underfitting"
        case _:
            return "good fit"
