"""The epoch is added to the caller's history.

loses: 1
told: The history that was handed in was changed
"""

import pandas as pd


def history_table(history):
    history["epoch"] = list(range(1, len(history["loss"]) + 1))
    return pd.DataFrame(history)
