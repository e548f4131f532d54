"""The figures of lesson 03: one set of counts on two axes, and the mean image of each digit."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.data import load_labels, load_sample

_WIDTH = 4.7
# Where the second axis begins: below the smallest count, 5,421.
CUT_AT = 5_300


def draw_03_counts() -> Figure:
    """The counts of the training labels, on an axis from 0 and on one that is cut off."""
    counts = np.bincount(load_labels()[0], minlength=10)
    figure, (whole, cut) = plt.subplots(2, 1, figsize=(_WIDTH, 4.4))
    for ax, color in ((whole, "C0"), (cut, "C1")):
        ax.bar(range(10), counts, color=color)
        ax.set(xticks=range(10), ylabel="training images")
    whole.set_title("The axis begins at 0")
    cut.set_title(f"The axis begins at {CUT_AT:,}")
    cut.set(xlabel="digit", ylim=(CUT_AT, 6_800))
    for ax in (whole, cut):
        ax.yaxis.set_major_formatter("{x:,.0f}")
    return figure


def draw_03_means() -> Figure:
    """The mean image of each digit, over 400 images of it."""
    (images, labels), _ = load_sample()
    figure, axes = plt.subplots(2, 5, figsize=(_WIDTH, 1.92), layout="none")
    for digit, ax in enumerate(axes.flat):
        _show(ax, images[labels == digit].mean(axis=0))
    figure.subplots_adjust(0, 0, 1, 1, wspace=0.05, hspace=0.05)
    return figure


def _show(ax: Axes, image: np.ndarray) -> None:
    # Without interpolation the SVG keeps the 784 pixels, and the browser enlarges them.
    ax.imshow(image, vmin=0, vmax=255, interpolation="none")
    ax.set_axis_off()
