"""The figures of lesson 01: the bytes of a file, rows of a wrong length, a test set given away."""

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.data import load_sample

UInt8Array = npt.NDArray[np.uint8]
_WIDTH = 4.7
# Of the full experiment in the notebook: digits to compare with, then digits never given.
GIVEN, FRESH = 2_000, 1_000


def narrow_digits() -> UInt8Array:
    """Return six digits cut to 20 rows and 16 columns, (6, 20, 16)."""
    (images, _), _ = load_sample()
    return images[[1, 4, 6, 7, 8, 9], 4:24, 6:22]


def draw_01_bytes() -> Figure:
    """The 16 bytes in front of six small images, and what each four of them say."""
    digits = narrow_digits()
    numbers = [0x0803, *digits.shape]
    names = ("magic number", "images", "rows", "columns")
    figure, ax = plt.subplots(figsize=(_WIDTH, 1.35), layout="none")
    ax.set_axis_off()
    ax.set(xlim=(-0.1, 20.4), ylim=(3.4, -1.1))
    for group, (number, name) in enumerate(zip(numbers, names, strict=True)):
        color = f"C{group % 2}"
        for place, byte in enumerate(number.to_bytes(4, "big")):
            x = 5.15 * group + 1.2 * place
            ax.add_patch(Rectangle((x, 0), 1.1, 1.1, facecolor="none", edgecolor=color))
            ax.text(x + 0.55, 0.55, f"{byte:02x}", ha="center", va="center")
        center = 5.15 * group + 2.35
        ax.text(center, 1.7, name, ha="center", va="center", color=color)
        ax.text(center, 2.75, f"{number:,}", ha="center", va="center", fontweight="bold")
        ax.text(5.15 * group, -0.55, f"byte {4 * group}", va="center", fontsize="small")
    figure.subplots_adjust(0, 0, 1, 1)
    return figure


def draw_01_rows() -> Figure:
    """Six digits read with the sizes of their header, and with height and width exchanged."""
    digits = narrow_digits()
    n, height, width = digits.shape
    figure, axes = plt.subplots(2, n, figsize=(_WIDTH, 2.0), layout="none")
    for row, images, title in (
        (axes[0], digits, f"(N, {height}, {width}), as the header says"),
        (axes[1], digits.reshape(n, width, height), f"(N, {width}, {height}): exchanged"),
    ):
        for ax, image in zip(row, images, strict=True):
            ax.imshow(image, vmin=0, vmax=255, interpolation="none")
            ax.set_axis_off()
            ax.set_anchor("W")
        row[0].set_title(title, loc="left")
    figure.subplots_adjust(0, 0, 1, 0.88, wspace=0.05, hspace=0.35)
    return figure


def nearest_neighbor_accuracies() -> dict[str, tuple[float, float]]:
    """Return the accuracies on test digits and on fresh ones, without and with test digits given.

    Nearest neighbor repeats the label of the most similar digit that it was given.
    """
    (images, labels), (test_images, test_labels) = load_sample()
    rows, test = (
        array.reshape(len(array), -1).astype(np.float32) for array in (images, test_images)
    )
    given, fresh = slice(0, GIVEN), slice(GIVEN, GIVEN + FRESH)
    both = np.concatenate([rows[given], test])
    both_labels = np.concatenate([labels[given], test_labels])
    return {
        name: (
            _accuracy(known, known_labels, test, test_labels),
            _accuracy(known, known_labels, rows[fresh], labels[fresh]),
        )
        for name, known, known_labels in (
            ("given training digits", rows[given], labels[given]),
            ("given the test digits too", both, both_labels),
        )
    }


def _accuracy(
    known: npt.NDArray[np.float32],
    known_labels: UInt8Array,
    asked: npt.NDArray[np.float32],
    asked_labels: UInt8Array,
) -> float:
    # The squared distance, but for a part that all known digits share.
    distances = (known**2).sum(axis=1) - 2 * asked @ known.T
    return float((known_labels[distances.argmin(axis=1)] == asked_labels).mean())


def draw_01_given_away() -> Figure:
    """What nearest neighbor scores when the test digits are among those that it was given."""
    figure, ax = plt.subplots(figsize=(_WIDTH, 2.6))
    for shift, (name, pair) in zip((-0.2, 0.2), nearest_neighbor_accuracies().items(), strict=True):
        bars = ax.bar(np.arange(2) + shift, pair, width=0.38, label=name)
        ax.bar_label(bars, [f"{accuracy:.1%}" for accuracy in pair])
    ax.set_xticks([0, 1], [f"asked about {FRESH:,} test digits", f"about {FRESH:,} fresh digits"])
    ax.set_ylabel("accuracy")
    ax.set_ylim(0, 1.45)
    ax.set_yticks([0, 0.5, 1])
    ax.legend(loc="upper center")
    return figure
