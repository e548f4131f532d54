"""Drawn by pandas."""

import pandas as pd


def plot_histograms(images, normalized):
    figure, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("Before", "After")):
        pd.Series(values.ravel()).plot.hist(bins=30, ax=ax, title=name)
        ax.set_xlabel("pixel value")
