"""Pandas draws one Series into each axes. Written from the notebook alone."""

import matplotlib.pyplot as plt
import pandas as pd


def plot_histograms(images, normalized):
    _, (a, b) = plt.subplots(ncols=2)
    pd.Series(images.ravel()).plot.hist(ax=a, bins=32, logy=True, title="Original pixel values")
    pd.Series(normalized.ravel()).plot.hist(ax=b, bins=32, logy=True, title="Scaled pixel values")
    a.set_xlabel("intensity (0-255)")
    b.set_xlabel("intensity (0-1)")
