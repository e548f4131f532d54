"""pandas; training has gone on if it ends below where it began."""

import pandas as pd


def diagnose(history, target=0.95):
    table = pd.DataFrame(history)
    end = table.iloc[-1]
    rose = end["val_loss"] > 1.1 * table["val_loss"].min() and end["loss"] < table["loss"].iloc[0]
    answers = {
        "overfitting": end["accuracy"] - end["val_accuracy"] > 0.05 or rose,
        "underfitting": end["accuracy"] < target,
        "good fit": True,
    }
    return next(name for name, holds in answers.items() if holds)
