"""NaN for a class that does not occur.

loses: 2
told: has NaN
"""

import pandas as pd


def class_counts(labels, num_classes=10):
    return pd.Series(labels).value_counts().reindex(range(num_classes)).to_numpy()
