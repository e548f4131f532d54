"""A DataFrame with the epoch as its first column."""

import pandas as pd


def history_table(history):
    table = pd.DataFrame(history)
    table.insert(0, "epoch", np.arange(1, len(table) + 1))
    return table
