"""Drawn by pandas."""

import pandas as pd


def plot_class_counts(counts):
    axes = pd.Series(counts, name="images").plot.bar(rot=0)
    axes.set(xlabel="class", ylabel="count")
    return axes
