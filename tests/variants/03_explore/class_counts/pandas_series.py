"""A pandas Series in the order of the classes."""

import pandas as pd


def class_counts(labels, num_classes=10):
    counts = pd.Series(labels).value_counts()
    return counts.reindex(range(num_classes), fill_value=0)
