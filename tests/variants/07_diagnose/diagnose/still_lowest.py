"""Training has gone on if its last loss is its lowest; match on truth values."""


def diagnose(history, target=0.95):
    h = {name: np.array(values) for name, values in history.items()}
    worse = h["val_loss"][-1] > 1.1 * h["val_loss"].min() and h["loss"][-1] == h["loss"].min()
    match (
        bool(h["accuracy"][-1] - h["val_accuracy"][-1] > 0.05 or worse),
        h["accuracy"][-1] < target,
    ):
        case True, _:
            return "overfitting"
        case False, short if short:
            return "underfitting"
    return "good fit"
