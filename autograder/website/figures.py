"""Draw the figures of the website from real digits: `python -m autograder.website.figures`.

Each figure is written twice, for the light and for the dark palette of the site, as an SVG whose
letters stay text. The digits are the 5,000 that ship with the course, so the figures can be drawn
again anywhere; no model is trained here except small ones, in NumPy.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from autograder.website.figures_00 import draw_00_batches, draw_00_units
from autograder.website.figures_01 import draw_01_bytes, draw_01_given_away, draw_01_rows
from autograder.website.figures_02 import (
    draw_02_blank,
    draw_02_boxes,
    draw_02_bytes,
    draw_02_look,
)
from autograder.website.figures_03 import draw_03_counts, draw_03_means
from autograder.website.figures_05 import draw_05_probabilities
from autograder.website.figures_06 import (
    draw_06_folds,
    draw_06_one_draw,
    draw_06_sampling,
    draw_06_shares,
)
from autograder.website.figures_07 import draw_07_curves, draw_07_mistakes
from autograder.website.figures_08 import draw_08_lucky, draw_08_pairs
from autograder.website.figures_09 import (
    draw_09_intervals,
    draw_09_parameters,
    draw_09_receptive,
)
from autograder.website.figures_results import figures_of, measured_results
from course.data import load_sample
from course.plots import style_path

FOLDER = Path(__file__).resolve().parents[2] / "site" / "figures"
VARIANTS = ("light", "dark")
# Narrow enough that ten-point letters can still be read when a telephone shows the figure smaller.
WIDTH = 4.7

UInt8Array = npt.NDArray[np.uint8]
FloatArray = npt.NDArray[np.floating[Any]]


@cache
def sorted_sample() -> tuple[UInt8Array, UInt8Array]:
    """Return the 5,000 digits of the course sorted by class, as their file holds them."""
    (train_images, train_labels), (test_images, test_labels) = load_sample()
    images = np.concatenate([train_images, test_images])
    labels = np.concatenate([train_labels, test_labels])
    order = np.argsort(labels, kind="stable")
    return images[order], labels[order]


def one_of_each(skip: int = 0) -> UInt8Array:
    """Return ten digits, (10, 28, 28), one of each class; `skip` chooses other writers."""
    images, labels = sorted_sample()
    return np.stack([images[labels == digit][skip] for digit in range(10)])


def draw_home_digits() -> Figure:
    """Three writers' digits from 0 to 9."""
    figure, axes = plt.subplots(3, 10, figsize=(7.0, 2.15), layout="none")
    for row, skip in zip(axes, (3, 40, 90), strict=True):
        for ax, image in zip(row, one_of_each(skip), strict=True):
            show_digit(ax, image, top=255)
    figure.subplots_adjust(0, 0, 1, 1, wspace=0.06, hspace=0.06)
    return figure


def draw_04_four_ways() -> Figure:
    """The same digits raw, scaled once, scaled twice, and floor-divided."""
    digits = one_of_each(3)[[2, 0, 5, 8, 3, 6]]
    rows: list[tuple[str, FloatArray | UInt8Array, float]] = [
        ("raw, shown from 0 to 255", digits, 255),
        ("divided by 255, shown from 0 to 1", digits / 255, 1),
        ("divided by 255 twice, shown from 0 to 1", digits / 255 / 255, 1),
        ("floor-divided: // 255, shown from 0 to 1", digits // 255, 1),
    ]
    figure, axes = plt.subplots(len(rows), len(digits), figsize=(WIDTH, 4.2), layout="none")
    for row, (title, images, top) in zip(axes, rows, strict=True):
        for ax, image in zip(row, images, strict=True):
            show_digit(ax, image, top=top)
        row[0].set_title(title, loc="left")
    figure.subplots_adjust(0.0, 0.0, 1.0, 0.94, wspace=0.05, hspace=0.42)
    return figure


def draw_04_histograms() -> Figure:
    """How often each pixel value occurs, before and after dividing by 255."""
    pixels = sorted_sample()[0].ravel()
    figure, (raw, scaled) = plt.subplots(2, 1, figsize=(WIDTH, 3.9))
    for ax, values, top, unit, color in (
        (raw, pixels, 255, "raw pixel value, uint8", "C0"),
        (scaled, pixels / 255, 1, "pixel value divided by 255, float32", "C1"),
    ):
        ax.hist(values, bins=np.linspace(0, top, 52), color=color, log=True)
        ax.set_xlabel(unit)
        ax.set_ylabel("pixels")
        ax.set_xlim(0, top)
        ax.set_xticks(np.linspace(0, top, 6))
    return figure


def draw_04_learning_rates() -> Figure:
    """The loss after 50 steps against the learning rate, on raw and on scaled pixels."""
    rates = np.logspace(-8, 2.5, 43)
    figure, ax = plt.subplots(figsize=(WIDTH, 3.1))
    for scale, label, color, place in (
        (1.0, "raw", "C0", (1.3e-5, 1.1)),
        (1 / 255, "scaled", "C1", (0.8, 1.1)),
    ):
        losses = [loss_after(50, rate, scale) for rate in rates]
        ax.plot(rates, losses, color=color, marker=".")
        ax.text(*place, label, color=color, ha="center", va="center")
    ax.axvline(0.01, color=muted(), linewidth=1, linestyle=":")
    ax.text(0.013, 60, "0.01, the default\nof Keras's SGD", color=muted(), va="top")
    ax.axhline(np.log(10), color=muted(), linewidth=1)
    ax.text(1e-8, 2.5, "guessing: ln 10", color=muted(), va="bottom")
    ax.set(xscale="log", yscale="log", ylim=(0.25, 80))
    ax.set_xlabel("learning rate")
    ax.set_ylabel("loss on unseen digits")
    ax.set_yticks([0.3, 1, 3, 10, 30], ["0.3", "1", "3", "10", "30"])
    ax.minorticks_off()
    return figure


@cache
def loss_after(steps: int, rate: float, scale: float) -> float:
    """Train one softmax layer by full-batch gradient descent on 1,000 digits.

    Args:
        steps: how many steps, from weights of zero.
        rate: the learning rate.
        scale: what the raw pixels are multiplied by.

    Returns:
        The cross-entropy on 1,000 other digits.
    """
    images, labels = sorted_sample()
    pixels = images.reshape(-1, 784) * scale
    inputs, targets = pixels[::5], np.eye(10)[labels[::5]]
    weights, bias = np.zeros((784, 10)), np.zeros(10)
    for _ in range(steps):
        error = (softmax(inputs @ weights + bias) - targets) / len(inputs)
        weights -= rate * (inputs.T @ error)
        bias -= rate * error.sum(axis=0)
    unseen = softmax(pixels[1::5] @ weights + bias)
    of_the_true_class = unseen[np.arange(len(unseen)), labels[1::5]]
    return float(-np.log(np.maximum(of_the_true_class, 1e-300)).mean())


def softmax(logits: FloatArray) -> FloatArray:
    """Turn (N, 10) logits into probabilities along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def draw_04_split() -> Figure:
    """Which classes are held out by the last fifth of sorted digits, and by a stratified fifth."""
    labels = sorted_sample()[1]
    classes = np.arange(10)
    last = np.bincount(labels[-len(labels) // 5 :], minlength=10)
    stratified = np.bincount(labels, minlength=10) // 5
    figure, ax = plt.subplots(figsize=(WIDTH, 2.5))
    ax.bar(classes - 0.2, last, width=0.4, color="C0", label="the last fifth of the rows")
    ax.bar(classes + 0.2, stratified, width=0.4, color="C1", label="a stratified fifth")
    ax.set_xticks(classes)
    ax.set_xlabel("digit")
    ax.set_ylabel("held-out images")
    ax.legend(loc="upper left")
    return figure


def draw_05_convolution() -> Figure:
    """One 3×3 filter slides over a real digit: 28 × 28 in, 26 × 26 out."""
    image = one_of_each(3)[7] / 255
    filter_ = np.array([[1.0, 1, 1], [0, 0, 0], [-1, -1, -1]])
    output = convolve(image, filter_)
    row, column = divmod(int(output.argmax()), output.shape[1])
    figure, (before, weights, after) = plt.subplots(
        1, 3, figsize=(WIDTH, 2.25), width_ratios=(28, 14, 26)
    )
    show_digit(before, image, top=1)
    before.add_patch(_frame(column, row, 3))
    before.set_title("28 × 28 pixels")
    weights.imshow(filter_, vmin=-2, vmax=2)
    for (y, x), weight in np.ndenumerate(filter_):
        text = {1: "+1", 0: "0", -1: "−1"}[int(weight)]
        color = "black" if weight > 0 else "white"
        weights.text(x, y, text, ha="center", va="center", color=color)
    weights.set_title("one filter")
    weights.set_axis_off()
    show_digit(after, np.maximum(output, 0), top=float(output.max()))
    after.add_patch(_frame(column, row, 1))
    after.set_title("26 × 26 outputs")
    return figure


def convolve(image: FloatArray, filter_: FloatArray) -> FloatArray:
    """Slide a filter over an image, as a convolution layer does without padding.

    Args:
        image: (H, W).
        filter_: (K, L) weights.

    Returns:
        (H - K + 1, W - L + 1): at each place the sum of products of filter and patch.
    """
    patches = np.lib.stride_tricks.sliding_window_view(image, filter_.shape)
    return np.asarray(np.einsum("hwkl,kl->hw", patches, filter_))


def _frame(column: int, row: int, size: int) -> Rectangle:
    return Rectangle((column - 0.5, row - 0.5), size, size, fill=False, edgecolor="C1", linewidth=2)


def draw_05_skeleton() -> Figure:
    """The worked network of lesson 05, layer by layer, with shapes and parameters."""
    rows = [
        ("input", "28 × 28 × 1", "", (28, 1)),
        ("Conv2D, 16 filters 5×5", "24 × 24 × 16", "416 parameters", (24, 8)),
        ("MaxPooling2D, 2×2", "12 × 12 × 16", "no parameters", (12, 8)),
        ("Flatten", "2,304", "no parameters", (0, 52)),
        ("Dense, 64 units", "64", "147,520 parameters", (0, 22)),
        ("Dense, 10 units, softmax", "10", "650 parameters", (0, 8)),
    ]
    figure, ax = plt.subplots(figsize=(WIDTH, 4.5), layout="none")
    ax.set_axis_off()
    ax.set(xlim=(0, 150), ylim=(138, -2))
    for position, (name, shape, parameters, (side, depth)) in enumerate(rows):
        middle = 11.0 + 23 * position
        if side:
            _draw_maps(ax, 26, middle, side * 0.55, depth)
        else:
            width = depth * 0.9
            ax.add_patch(
                Rectangle((26 - width / 2, middle - 1.6), width, 3.2, facecolor="C0", linewidth=0)
            )
        ax.text(60, middle - 0.6, name, va="bottom", fontweight="bold")
        ax.text(60, middle + 0.8, shape, va="top")
        ax.text(150, middle + 0.8, parameters, va="top", ha="right")
        if position:
            ax.annotate(
                "",
                (55, middle - 6),
                (55, middle - 17),
                arrowprops={"arrowstyle": "->", "color": muted()},
            )
    figure.subplots_adjust(0, 0, 1, 1)
    return figure


def _draw_maps(ax: Axes, x: float, y: float, side: float, depth: int) -> None:
    """Draw `depth` square maps one behind the other around a center."""
    step = 1.1
    for index in reversed(range(depth)):
        shift = (index - (depth - 1) / 2) * step
        ax.add_patch(
            Rectangle(
                (x + shift - side / 2, y - shift * 0.5 - side / 2),
                side,
                side,
                facecolor="C0",
                edgecolor=plt.rcParams["axes.facecolor"],
                linewidth=0.8,
            )
        )


def draw_05_cross_entropy() -> Figure:
    """The loss of one image against the probability of its true digit, softmax once and twice."""
    p = np.linspace(0.002, 1, 400)
    # Nine wrong digits share what the true one leaves.
    probabilities = np.column_stack([p, *[(1 - p) / 9] * 9])
    once, twice = -np.log(p), -np.log(softmax(probabilities)[:, 0])
    floor = float(np.log1p(9 / np.e))
    figure, ax = plt.subplots(figsize=(WIDTH, 3.3))
    ax.plot(p, once, color="C0")
    ax.plot(p, twice, color="C1")
    ax.annotate("−ln p", (0.055, 3.35), color="C0")
    ax.annotate("softmax applied twice", (0.42, 2.2), color="C1")
    ax.plot([0.1], [np.log(10)], "o", color=muted())
    ax.annotate(
        "guessing: p = 0.1, ln 10 = 2.3026",
        (0.1, np.log(10)),
        (0.3, 3.0),
        color=muted(),
        arrowprops={"arrowstyle": "-", "color": muted()},
    )
    ax.axhline(floor, color=muted(), linewidth=1, linestyle=":")
    ax.annotate(f"floor: ln(1 + 9/e) = {floor:.4f}", (0.42, floor - 0.27), color=muted())
    ax.set(xlim=(0, 1), ylim=(0, 4))
    ax.set_xlabel("probability p that the network gives the true digit")
    ax.set_ylabel("loss")
    return figure


def muted() -> str:
    """Return the style's color for reference lines and remarks."""
    return str(plt.rcParams["grid.color"])


def show_digit(ax: Axes, image: FloatArray | UInt8Array, top: float) -> None:
    """Show one digit as it is: 0 is black, `top` is white."""
    # Without interpolation the SVG keeps the 784 pixels, and the browser enlarges them.
    ax.imshow(image, vmin=0, vmax=top, interpolation="none")
    ax.set_axis_off()


FIGURES: dict[str, Callable[[], Figure]] = {
    "home-digits": draw_home_digits,
    "00-units": draw_00_units,
    "00-batches": draw_00_batches,
    "01-bytes": draw_01_bytes,
    "01-rows": draw_01_rows,
    "01-given-away": draw_01_given_away,
    "02-bytes": draw_02_bytes,
    "02-look": draw_02_look,
    "02-blank": draw_02_blank,
    "02-boxes": draw_02_boxes,
    "03-counts": draw_03_counts,
    "03-means": draw_03_means,
    "04-four-ways": draw_04_four_ways,
    "04-histograms": draw_04_histograms,
    "04-learning-rates": draw_04_learning_rates,
    "04-split": draw_04_split,
    "05-convolution": draw_05_convolution,
    "05-skeleton": draw_05_skeleton,
    "05-cross-entropy": draw_05_cross_entropy,
    "05-probabilities": draw_05_probabilities,
    "06-one-draw": draw_06_one_draw,
    "06-folds": draw_06_folds,
    "06-sampling": draw_06_sampling,
    "06-shares": draw_06_shares,
    "07-curves": draw_07_curves,
    "07-mistakes": draw_07_mistakes,
    "08-pairs": draw_08_pairs,
    "08-lucky": draw_08_lucky,
    "09-parameters": draw_09_parameters,
    "09-receptive": draw_09_receptive,
    "09-intervals": draw_09_intervals,
}


def all_figures() -> dict[str, Callable[[], Figure]]:
    """Return all figures by name: those above, and those of what has been measured by now."""
    return FIGURES | figures_of(measured_results())


@contextmanager
def site_style(variant: str) -> Iterator[None]:
    """Draw in the course's style, light or dark, on the page's own background."""
    for_web_pages = {
        "savefig.transparent": True,
        "svg.fonttype": "none",
        # Element ids would otherwise differ from run to run.
        "svg.hashsalt": "mnist-keras-course",
    }
    with plt.style.context([style_path(dark=variant == "dark"), for_web_pages]):
        yield


def draw_all(folder: Path, names: list[str] | None = None) -> list[Path]:
    """Draw the named figures, or all, in both variants; return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    figures = all_figures()
    for name in figures if names is None else names:
        for variant in VARIANTS:
            path = folder / f"{name}-{variant}.svg"
            with site_style(variant):
                figure = figures[name]()
                figure.savefig(path, metadata={"Date": None})
                plt.close(figure)
            written.append(path)
    return written


def main() -> None:
    """Draw the figures named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(all_figures())}")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to write them")
    arguments = parser.parse_args()
    for path in draw_all(arguments.folder, arguments.names or None):
        print(f"{path.stat().st_size / 1024:6.1f} KiB  {path}")


if __name__ == "__main__":
    mpl.use("agg")
    main()
