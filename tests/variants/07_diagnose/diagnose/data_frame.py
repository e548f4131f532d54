"""pandas; the last row is compared with that of the lowest val_loss."""

import pandas as pd


def diagnose(history, target=0.95):
    table = pd.DataFrame(history)
    end = table.iloc[-1]
    best = table.iloc[table["val_loss"].argmin()]
    rose = end["val_loss"] > 1.1 * best["val_loss"] and end["loss"] < best["loss"]
    answers = {
        "overfitting": end["accuracy"] - end["val_accuracy"] > 0.05 or rose,
        "underfitting": end["accuracy"] < target,
        "good fit": True,
    }
    return next(name for name, holds in answers.items() if holds)
