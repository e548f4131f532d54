"""The epoch is the index of a DataFrame.

loses: 2
told: the index does not count
"""

import pandas as pd


def history_table(history):
    return pd.DataFrame(history, index=pd.RangeIndex(1, len(history["loss"]) + 1, name="epoch"))
