"""A pandas person: a sorted series with digits as its index, drawn lying."""

import pandas as pd


def plot_class_counts(counts):
    series = pd.Series(counts, index=pd.Index(range(10), name="digit"), name="examples")
    ax = series.sort_values().plot(kind="barh", title="Examples of each digit", xlabel="examples")
    ax.set_ylabel("digit")
    return ax
