"""Lying bars by pandas."""

import pandas as pd


def plot_class_counts(counts):
    axes = pd.DataFrame({"images": counts}).plot(kind="barh", legend=False)
    axes.set(xlabel="images", ylabel="digit")
