"""The best epoch first.

loses: 2
told: not in the order of the epochs
"""

import pandas as pd


def history_table(history):
    table = pd.DataFrame(history).assign(epoch=lambda t: t.index + 1)
    return table.sort_values("val_loss")
