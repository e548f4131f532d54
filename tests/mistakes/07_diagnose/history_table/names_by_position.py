"""Names given by the order of the keys.

loses: 2
told: "val_loss" holds the numbers of "accuracy"
"""

import pandas as pd


def history_table(history):
    table = pd.DataFrame(history).iloc[:, :4]
    table.columns = ["loss", "accuracy", "val_loss", "val_accuracy"]
    table.insert(0, "epoch", range(1, len(table) + 1))
    return table
