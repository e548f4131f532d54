"""Functional: pairs of a text and a rule, and the first rule that holds."""


def diagnose(history, target=0.95):
    frame = {name: np.array(values) for name, values in history.items()}
    low = frame["val_loss"].argmin()
    rules = [
        ("overfitting", lambda: (frame["accuracy"] - frame["val_accuracy"])[-1] > 0.05),
        (
            "overfitting",
            lambda: (
                frame["val_loss"][-1] > frame["val_loss"][low] * 1.1
                and frame["loss"][-1] < frame["loss"][low]
            ),
        ),
        ("underfitting", lambda: frame["accuracy"][-1] < target),
        ("good fit", lambda: True),
    ]
    return next(text for text, holds in rules if holds())
