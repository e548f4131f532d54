"""A NumPy person's matrix with five columns, in which the epochs come out as floats, in a frame."""

import pandas as pd


def history_table(history):
    names = ["loss", "val_loss", "accuracy", "val_accuracy"]
    columns = [np.asarray(history[name], dtype=float) for name in names]
    epochs = np.arange(1, len(columns[0]) + 1)
    return pd.DataFrame(np.column_stack([epochs, *columns]), columns=["epoch", *names])
