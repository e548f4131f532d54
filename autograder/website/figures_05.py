"""A figure of lesson 05: ten probabilities for each image, and which of them is the answer."""

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from autograder.website.figures_00 import (
    FloatArray,
    one_epoch,
    probabilities,
    unseen,
)

_WIDTH = 4.7
SHOWN = 5


def unseen_rows() -> tuple[FloatArray, FloatArray, npt.NDArray[np.uint8]]:
    """Return pixels (5, 784), probabilities (5, 10) and labels (5,) of digits that were unseen.

    The network is one softmax layer after an epoch in NumPy. It reads the last one wrongly.
    """
    *_, (weights, bias) = one_epoch(batch_size=10, rate=0.1)
    pixels, labels = unseen()
    found = probabilities(pixels, weights, bias)
    right = found.argmax(axis=1) == labels
    rows = [*np.flatnonzero(right)[: SHOWN - 1], np.flatnonzero(~right)[0]]
    return pixels[rows], found[rows], labels[rows]


def draw_05_probabilities() -> Figure:
    """Five digits, each beside its row of ten probabilities; the largest is framed."""
    pixels, found, _ = unseen_rows()
    figure, axes = plt.subplots(
        SHOWN, 2, figsize=(_WIDTH, 3.1), width_ratios=(1, 10), layout="none"
    )
    for row, (picture, ax) in enumerate(axes):
        picture.imshow(pixels[row].reshape(28, 28), "gray", vmin=0, vmax=1, interpolation="none")
        picture.set_axis_off()
        ax.bar(range(10), found[row], color="C0")
        answer = int(found[row].argmax())
        ax.patches[answer].set_color("C1")
        ax.add_patch(Rectangle((answer - 0.5, 0), 1, 1, fill=False, edgecolor="C1", linewidth=1.2))
        ax.set(xlim=(-0.6, 9.6), ylim=(0, 1.02), yticks=[])
        ax.set_xticks(range(10), [str(digit) for digit in range(10)] if row == SHOWN - 1 else [])
        ax.tick_params(length=0)
    axes[-1][1].set_xlabel("digit, the column")
    figure.subplots_adjust(0.01, 0.13, 0.99, 0.98, wspace=0.12, hspace=0.2)
    return figure
