"""A DataFrame whose index becomes a column."""

import pandas as pd


def history_table(history):
    epochs = pd.RangeIndex(1, len(history["loss"]) + 1, name="epoch")
    return pd.DataFrame(history, index=epochs).reset_index()
