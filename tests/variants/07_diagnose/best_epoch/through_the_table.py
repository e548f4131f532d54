"""Uses the table of the exercise before, whatever kind it is, and a stable sort of pandas."""

import pandas as pd


def best_epoch(history):
    table = pd.DataFrame(history_table(history))
    return table.sort_values(["val_loss", "epoch"])["epoch"].iloc[0]
