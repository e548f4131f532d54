"""A sample of each group of a Series."""

import pandas as pd


def holdout_split(labels, fraction, seed):
    series = pd.Series(labels)
    chosen = series.groupby(series).sample(frac=fraction, random_state=seed).index
    return series.index.difference(chosen).to_numpy(), chosen.to_numpy()
