"""Pixels are counted first, and the counts are the weights. Written from the notebook alone."""

import matplotlib.pyplot as plt
import numpy as np


def plot_histograms(images, normalized):
    fig, (top, bottom) = plt.subplots(2, 1, figsize=(7, 6), layout="constrained")
    counts = np.bincount(images.ravel(), minlength=256)
    top.hist(np.arange(256), bins=256, weights=counts, color="tab:red")
    top.set(title="All pixels, raw", xlabel="pixel value, 0 to 255", ylabel="pixels", yscale="log")
    values, counts = np.unique(normalized, return_counts=True)
    bottom.hist(values, bins=100, weights=counts, color="tab:blue")
    bottom.set(title="Normalized", xlabel="pixel value, 0 to 1", ylabel="pixels", yscale="log")
    return fig
