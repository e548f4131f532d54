"""pandas for the numbers and np.select for the answer, which is a NumPy text in capitals."""

import pandas as pd


def diagnose(history, target=0.95):
    runs = pd.DataFrame(
        {key: history[key] for key in ("loss", "val_loss", "accuracy", "val_accuracy")}
    )
    end, best = runs.iloc[-1], runs.loc[runs["val_loss"].idxmin()]
    apart = end["accuracy"] - end["val_accuracy"] > 0.05
    turned = (end["val_loss"] > 1.1 * best["val_loss"]) & (end["loss"] < best["loss"])
    return np.select(
        [apart | turned, end["accuracy"] < target], ["OVERFITTING", "UNDERFITTING"], "GOOD FIT"
    ).item()
