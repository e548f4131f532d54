"""A pandas description."""

import pandas as pd


def imbalance_ratio(counts):
    described = pd.Series(counts).describe()
    return described["max"] / described["min"]
