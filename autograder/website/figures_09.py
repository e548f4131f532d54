"""Figures of lesson 09: where parameters are, what a filter sees, and two kinds of intervals."""

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.data import load_sample

WIDTH = 4.7
Z = 1.959964
# What the convolutions and the dense layers of networks A and B in the lesson learn.
NETWORKS = {"A": (320, 540_900 + 1_010), "B": (320 + 18_496 + 36_928, 102_500 + 1_010)}
TOTAL = 100


def receptive_fields(layers: list[tuple[int, int]]) -> list[int]:
    """Return how many pixels in a row a value sees after each layer, given (window, stride)."""
    seen, apart, fields = 1, 1, []
    for window, stride in layers:
        seen += (window - 1) * apart
        apart *= stride
        fields.append(seen)
    return fields


def draw_09_parameters() -> Figure:
    """Two horizontal bars: what the layers of networks A and B learn."""
    figure, ax = plt.subplots(figsize=(WIDTH, 1.9))
    for row, (convolutions, dense) in enumerate(NETWORKS.values()):
        ax.barh(row, convolutions, color="C1", height=0.6)
        ax.barh(row, dense, left=convolutions, color="C0", height=0.6)
        ax.text(convolutions + dense + 8_000, row, f"{convolutions + dense:,}", va="center")
    ax.text(0, -0.62, "convolutions", color="C1", va="bottom")
    ax.text(190_000, -0.62, "dense layers", color="C0", va="bottom")
    ax.set_yticks(range(len(NETWORKS)), list(NETWORKS))
    ax.set(xlim=(0, 660_000), ylim=(1.5, -0.95), xlabel="parameters")
    ax.set_xticks([0, 200_000, 400_000, 600_000], ["0", "200,000", "400,000", "600,000"])
    return figure


def draw_09_receptive() -> Figure:
    """A digit with three nested frames: what one value sees after each convolution of B."""
    _, (images, labels) = load_sample()
    image = images[labels == 8][2]
    first, _, second, third, _ = receptive_fields([(3, 1), (2, 2), (3, 1), (3, 1), (2, 2)])
    figure, ax = plt.subplots(figsize=(WIDTH, 2.9))
    ax.imshow(image, cmap="gray", vmin=0, vmax=255)
    for side, color, name in (
        (first, "C1", "first convolution"),
        (second, "C2", "second convolution"),
        (third, "C0", "third convolution"),
    ):
        corner = 14 - side / 2 - 0.5
        ax.add_patch(Rectangle((corner, corner), side, side, fill=False, edgecolor=color, lw=2))
        ax.text(29, corner + 0.4, f"{name}: {side} × {side}", color=color, va="center")
    ax.set_axis_off()
    ax.set_xlim(-0.5, 50)
    return figure


def textbook(correct: npt.NDArray[np.integer]) -> npt.NDArray[np.float64]:
    """Return the ends (2, N) of share ± 1.96 standard errors."""
    share = correct / TOTAL
    half = Z * np.sqrt(share * (1 - share) / TOTAL)
    return np.stack([share - half, share + half])


def wilson(correct: npt.NDArray[np.integer]) -> npt.NDArray[np.float64]:
    """Return the ends (2, N) of Wilson's interval."""
    share = correct / TOTAL
    half = Z * np.sqrt(share * (1 - share) / TOTAL + Z**2 / (4 * TOTAL**2))
    center = share + Z**2 / (2 * TOTAL)
    return np.stack([center - half, center + half]) / (1 + Z**2 / TOTAL)


def draw_09_intervals() -> Figure:
    """Both kinds of intervals for 92 to 100 right answers of 100."""
    correct = np.arange(92, TOTAL + 1)
    figure, ax = plt.subplots(figsize=(WIDTH, 3.1))
    for shift, ends, color in ((-0.14, wilson(correct), "C0"), (0.14, textbook(correct), "C1")):
        ax.vlines(correct + shift, *ends, color=color, linewidth=4)
    ax.plot(correct, correct / TOTAL, ".", color=plt.rcParams["text.color"])
    ax.axhline(1, color=plt.rcParams["axes.edgecolor"], linewidth=1, linestyle=":")
    ax.text(91.8, 1.03, "Wilson", color="C0")
    ax.text(93.4, 1.03, "textbook", color="C1")
    ax.text(95.4, 1.03, "• share of right answers")
    ax.set(xlabel=f"right answers of {TOTAL}", ylabel="accuracy", ylim=(0.84, 1.05))
    ax.set_xticks(correct)
    return figure
