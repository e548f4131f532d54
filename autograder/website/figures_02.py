"""The figures of lesson 02: a digit as numbers, wrong pictures, blank positions, boxes."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.data import load_sample

UInt8Array = npt.NDArray[np.uint8]
_WIDTH = 4.7
# After how many images the blank positions are counted.
COUNTS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 4_000)


@cache
def training_digits() -> tuple[UInt8Array, UInt8Array]:
    """Return the 4,000 training digits that ship with the course, and their labels."""
    return load_sample()[0]


def _of_class(digit: int, which: int) -> UInt8Array:
    images, labels = training_digits()
    return images[labels == digit][which]


def draw_02_bytes() -> Figure:
    """A digit, and the numbers in one part of it."""
    image = _of_class(5, 0)
    top, left, height, width = 8, 7, 8, 10
    figure, (whole, part) = plt.subplots(
        1, 2, figsize=(_WIDTH, 2.2), width_ratios=(1, 1.35), layout="none"
    )
    _show(whole, image)
    whole.add_patch(_frame(left, top, width, height, "C1"))
    piece = image[top : top + height, left : left + width]
    _show(part, piece)
    for (y, x), value in np.ndenumerate(piece):
        color = "black" if value > 110 else "white"
        part.text(x, y, str(value), ha="center", va="center", color=color, fontsize=6.5)
    part.add_patch(_frame(0, 0, width, height, "C1"))
    figure.subplots_adjust(0.01, 0.02, 0.99, 0.98, wspace=0.08)
    return figure


def draw_02_look() -> Figure:
    """The same digits with their labels, and drawn in three wrong ways."""
    digits = (2, 7, 4, 9, 5, 3)
    images = [_of_class(digit, 5) for digit in digits]
    rows = [
        ("as they are", images, "gray", digits),
        ("black on white", images, "gray_r", digits),
        ("rows and columns exchanged", [image.T for image in images], "gray", digits),
        ("labels out of step by one", images, "gray", (*digits[1:], digits[0])),
    ]
    figure, axes = plt.subplots(len(rows), len(digits), figsize=(_WIDTH, 5.2), layout="none")
    for row, (what, pictures, colors, labels) in zip(axes, rows, strict=True):
        for ax, picture, label in zip(row, pictures, labels, strict=True):
            _show(ax, picture, colors)
            ax.set_title(str(label), loc="center", pad=3)
        row[0].text(-0.5, -13, what, fontweight="normal")
    figure.subplots_adjust(0.005, 0.005, 0.995, 0.9, wspace=0.08, hspace=0.62)
    return figure


def draw_02_blank() -> Figure:
    """Which positions no digit lights, and how their number falls as more digits are seen."""
    images, _ = training_digits()
    positions = [int(blank_positions(images[:count]).sum()) for count in COUNTS]
    figure, (few, all_of_them, curve) = plt.subplots(
        1, 3, figsize=(_WIDTH, 2.1), width_ratios=(1, 1, 1.5)
    )
    for ax, count in ((few, 10), (all_of_them, COUNTS[-1])):
        ax.imshow(blank_positions(images[:count]), "gray", vmin=0, vmax=1.6, interpolation="none")
        ax.set_title(f"{count:,} images", fontweight="normal")
        ax.set_axis_off()
    curve.plot(COUNTS, positions, marker=".")
    curve.set(xscale="log", ylim=(0, 784), yticks=(0, 200, 400, 600))
    curve.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
    curve.minorticks_off()
    curve.set_xlabel("images seen")
    curve.set_ylabel("blank positions")
    return figure


def blank_positions(images: UInt8Array) -> npt.NDArray[np.bool_]:
    """Return where all images (N, H, W) are 0: (H, W)."""
    return np.asarray(~images.any(axis=0))


def draw_02_boxes() -> Figure:
    """Two digits with their box, the centered box, and their center of mass."""
    figure, axes = plt.subplots(1, 2, figsize=(_WIDTH, 2.6))
    for ax, digit, which in zip(axes, (7, 6), (3, 1), strict=True):
        image = _of_class(digit, which)
        top, bottom, left, right = box(image)
        _show(ax, image)
        ax.add_patch(_frame(4, 4, 20, 20, "white", linestyle=":", linewidth=1))
        ax.add_patch(_frame(left, top, right - left + 1, bottom - top + 1, "C1"))
        ax.plot(*center_of_mass(image)[::-1], "+", color="C5", markersize=14, markeredgewidth=2.5)
        ax.set_title(f"rows {top} to {bottom}, columns {left} to {right}", fontweight="normal")
    return figure


def box(image: UInt8Array) -> tuple[int, int, int, int]:
    """Return first row, last row, first column and last column with a lit pixel."""
    rows, columns = np.nonzero(image)
    return int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max())


def center_of_mass(image: UInt8Array) -> tuple[float, float]:
    """Return the row and the column of the center of mass."""
    mass = image.astype(float)
    steps = np.arange(len(image))
    return float(mass.sum(1) @ steps / mass.sum()), float(mass.sum(0) @ steps / mass.sum())


def _show(ax: Axes, image: UInt8Array, colors: str = "gray") -> None:
    ax.imshow(image, colors, vmin=0, vmax=255, interpolation="none")
    ax.set_axis_off()


def _frame(
    left: int,
    top: int,
    width: int,
    height: int,
    color: str,
    linestyle: str = "-",
    linewidth: float = 2,
) -> Rectangle:
    return Rectangle(
        (left - 0.5, top - 0.5),
        width,
        height,
        fill=False,
        edgecolor=color,
        linestyle=linestyle,
        linewidth=linewidth,
    )
