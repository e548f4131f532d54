"""Figures of lesson 06: how folds are dealt, and how far reports of one part lie apart."""

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

WIDTH = 4.7
# The friends of the lesson: how many, the digits in a part, parts each, and the network's accuracy.
FRIENDS, DIGITS, PARTS, ACCURACY = 1_000, 800, 5, 0.95
# Sixteen digits of two classes, as they might stand in a file.
LABELS = np.array([7, 1, 1, 7, 1, 1, 1, 7, 1, 7, 1, 7, 1, 7, 1, 1])


def dealt(labels: npt.NDArray[np.integer], k: int) -> npt.NDArray[np.integer]:
    """Return the fold of each position (N,): each class dealt out in turn, shuffled by seed 0."""
    rng = np.random.default_rng(0)
    fold_of = np.empty(len(labels), int)
    done = 0
    for label in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == label))
        fold_of[positions] = (done + np.arange(len(positions))) % k
        done += len(positions)
    return fold_of


def draw_06_folds() -> Figure:
    """Five trainings in rows: which of sixteen digits each learns from, and which it holds out."""
    k, fold_of = 5, dealt(LABELS, 5)
    figure, ax = plt.subplots(figsize=(WIDTH, 2.6))
    for training in range(k):
        for position, label in enumerate(LABELS):
            held_out = fold_of[position] == training
            ax.add_patch(
                Rectangle(
                    (position - 0.45, training - 0.42),
                    0.9,
                    0.84,
                    facecolor="C1" if held_out else "none",
                    edgecolor="C1" if held_out else plt.rcParams["axes.edgecolor"],
                )
            )
            ax.text(
                position,
                training,
                str(label),
                ha="center",
                va="center",
                color="white" if held_out else plt.rcParams["text.color"],
                fontweight="bold" if held_out else "normal",
            )
    ax.set(xlim=(-0.6, len(LABELS) - 0.4), ylim=(k - 0.4, -0.6))
    ax.set_xticks(range(0, len(LABELS), 5))
    ax.set_yticks(range(k), [f"model {i + 1}" for i in range(k)])
    ax.set_xlabel("position in the file")
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    return figure


def reports() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the accuracies that friends report, from one part each and from the mean of five."""
    rng = np.random.default_rng(0)
    accuracies = rng.binomial(DIGITS, ACCURACY, size=(FRIENDS, PARTS)) / DIGITS
    return accuracies[:, 0], accuracies.mean(axis=1)


def draw_06_one_draw() -> Figure:
    """Two histograms over one axis: reports of one part, and means of five parts."""
    figure, rows = plt.subplots(2, 1, sharex=True, sharey=True, figsize=(WIDTH, 3.2))
    bins = np.arange(0.9185, 0.98, 0.0025)
    names = ("one part", "mean of five parts")
    for ax, values, name, color in zip(rows, reports(), names, ("C0", "C1"), strict=True):
        ax.hist(values, bins=bins, color=color)
        ax.text(0.04, 0.9, name, color=color, va="top", transform=ax.transAxes)
        ax.set_ylabel("friends")
    rows[1].set_xlabel("reported accuracy")
    return figure


def sampling_spread(accuracy: float, digits: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the standard deviation of an accuracy that is measured on so many digits."""
    spread: npt.NDArray[np.float64] = np.sqrt(accuracy * (1 - accuracy) / np.asarray(digits))
    return spread


def draw_06_sampling() -> Figure:
    """The spread that the draw of digits gives, against how many are held out, both logarithmic."""
    digits = np.geomspace(100, 20_000, 60)
    figure, ax = plt.subplots(figsize=(WIDTH, 3.0))
    for color, accuracy in enumerate((0.95, 0.98677)):
        ax.loglog(digits, 100 * sampling_spread(accuracy, digits), color=f"C{color}")
        label = f"accuracy {accuracy:g}"
        height = 100 * float(sampling_spread(accuracy, 100))
        ax.text(112, height * (1.06 if color == 0 else 0.3), label, color=f"C{color}")
    for color, (accuracy, count) in enumerate(((0.95, 800), (0.98677, 12_000))):
        spread = 100 * float(sampling_spread(accuracy, count))
        ax.plot(count, spread, "o", color=f"C{color}")
        ax.annotate(f"{spread:.2f}", (count, spread), (6, 5), textcoords="offset points")
    ax.set_xticks([100, 1_000, 10_000], ["100", "1,000", "10,000"])
    ax.set_yticks([0.1, 0.3, 1, 3], ["0.1", "0.3", "1", "3"])
    ax.minorticks_off()
    ax.set_xlabel("digits held out")
    ax.set_ylabel("standard deviation, points")
    return figure


def draw_06_shares() -> Figure:
    """For three numbers of folds: what one model learns from, and what is held out from it."""
    figure, ax = plt.subplots(figsize=(WIDTH, 2.2))
    for row, k in enumerate((3, 5, 10)):
        for fold in range(k):
            place = (60 * fold / k + 0.25, row - 0.32)
            color = "C1" if fold == k - 1 else "C0"
            ax.add_patch(Rectangle(place, 60 / k - 0.5, 0.64, facecolor=color))
    ax.set(xlim=(0, 60), ylim=(2.5, -0.5), xticks=[0, 20, 40, 48, 54, 60])
    ax.set_yticks(range(3), ["K = 3", "K = 5", "K = 10"])
    ax.set_xlabel("thousands of digits")
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    return figure
