"""The figures of lesson 07: three pairs of learning curves, and the mistakes of one network.

The networks are small ones in NumPy, so that the figures can be drawn where Keras is not installed.
"""

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.data import load_sample

FloatArray = npt.NDArray[np.float64]
LabelArray = npt.NDArray[np.int64]

_WIDTH = 4.7
_MANY, _FEW, _HELD_OUT = 3_000, 150, 1_000
_BATCH, _RATE = 50, 0.1
NAMES = ("loss", "val_loss", "accuracy", "val_accuracy")


@dataclass
class Run:
    """What a training run leaves behind: its history, and what it says of the held-out digits."""

    history: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in NAMES})
    probabilities: FloatArray = field(default_factory=lambda: np.zeros((0, 10)))


@cache
def digits() -> tuple[FloatArray, LabelArray]:
    """Return 4,000 digits of the course in [0, 1], (4000, 28, 28), and their labels."""
    (images, labels), _ = load_sample()
    return images / 255, labels.astype(np.int64)


def held_out() -> tuple[FloatArray, LabelArray]:
    """Return the thousand digits on which all runs are measured."""
    images, labels = digits()
    return images[_MANY:], labels[_MANY:]


@cache
def runs() -> dict[str, Run]:
    """Train the three networks of the figure."""
    return {
        "underfitting": train(7, units=0, images=_MANY, epochs=12),
        "overfitting": train(2, units=64, images=_FEW, epochs=40),
        "good fit": train(2, units=64, images=_MANY, epochs=6),
    }


def draw_07_curves() -> Figure:
    """Loss and accuracy of the three runs, on training images and on held-out ones."""
    figure, axes = plt.subplots(2, 3, sharex="col", sharey="row", figsize=(_WIDTH, 3.9))
    for column, (name, run) in enumerate(runs().items()):
        for row, key in enumerate(("loss", "accuracy")):
            ax: Axes = axes[row, column]
            epochs = np.arange(1, len(run.history[key]) + 1)
            ax.plot(epochs, run.history[key], color="C0", label="training")
            ax.plot(epochs, run.history[f"val_{key}"], "--", color="C1", label="held out")
        axes[0, column].set_title(name, loc="left")
        axes[1, column].set_xlabel("epoch")
    axes[0, 0].set_ylabel("loss")
    axes[1, 0].set_ylabel("accuracy")
    axes[0, 2].legend(loc="upper right", handlelength=1.4)
    return figure


def draw_07_mistakes() -> Figure:
    """Which held-out digits the good network takes for which, and the worst of its mistakes."""
    images, labels = held_out()
    probabilities = runs()["good fit"].probabilities
    seen_as = probabilities.argmax(axis=1)
    mistakes = np.zeros((10, 10), dtype=int)
    np.add.at(mistakes, (labels, seen_as), 1)
    np.fill_diagonal(mistakes, 0)
    wrong = np.flatnonzero(seen_as != labels)
    worst = wrong[np.argsort(probabilities[wrong, labels[wrong]])]
    figure = plt.figure(figsize=(_WIDTH, 2.9), layout="none")
    grid = figure.add_gridspec(3, 3, left=0.62, right=0.99, bottom=0.06, top=0.9, hspace=0.4)
    ax = figure.add_axes((0.09, 0.17, 0.45, 0.72))
    ax.imshow(mistakes, cmap="cividis", aspect="auto")
    for (row, column), count in np.ndenumerate(mistakes):
        if count:
            color = "white" if count < mistakes.max() * 0.6 else "black"
            ax.text(column, row, str(count), ha="center", va="center", color=color, fontsize=7)
    ax.set(xticks=range(10), yticks=range(10), xlabel="predicted digit", ylabel="true digit")
    ax.set_title("mistakes", loc="left")
    for place, i in enumerate(worst[:9]):
        small = figure.add_subplot(grid[place // 3, place % 3])
        small.imshow(images[i], cmap="gray", vmin=0, vmax=1, interpolation="none")
        small.set_axis_off()
        small.set_title(f"{labels[i]} as {seen_as[i]}", loc="center", fontsize=8, weight="normal")
    return figure


def train(block: int, units: int, images: int, epochs: int, rate: float = _RATE) -> Run:
    """Train a network on averages of block × block pixels, by gradient descent with momentum.

    Args:
        block: the side of the blocks; a divisor of 28.
        units: of the one hidden layer; 0 for none.
        images: how many digits it learns from.
        epochs: how often it sees them.
        rate: the learning rate.
    """
    rng = np.random.default_rng(7)
    all_images, all_labels = digits()
    side = 28 // block
    inputs = all_images.reshape(-1, side, block, side, block).mean(axis=(2, 4)).reshape(-1, side**2)
    sizes = [side**2, units, 10] if units else [side**2, 10]
    weights = [rng.normal(0, np.sqrt(2 / n), (n, m)) for n, m in pairwise(sizes)]
    biases = [np.zeros(m) for m in sizes[1:]]
    speeds = [np.zeros_like(p) for p in (*weights, *biases)]
    run = Run()
    for _ in range(epochs):
        measured = []
        order = rng.permutation(images)
        for batch in np.split(order, range(_BATCH, images, _BATCH)):
            probabilities, hidden = _forward(inputs[batch], weights, biases)
            measured.append(_measure(probabilities, all_labels[batch]))
            error = (probabilities - np.eye(10)[all_labels[batch]]) / len(batch)
            slopes_w, slopes_b = [hidden[-1].T @ error], [error.sum(axis=0)]
            for layer in range(len(weights) - 1, 0, -1):
                error = (error @ weights[layer].T) * (hidden[layer] > 0)
                slopes_w.insert(0, hidden[layer - 1].T @ error)
                slopes_b.insert(0, error.sum(axis=0))
            for p, speed, slope in zip(
                (*weights, *biases), speeds, (*slopes_w, *slopes_b), strict=True
            ):
                speed *= 0.9
                speed -= rate * slope
                p += speed
        run.probabilities, _ = _forward(inputs[_MANY:], weights, biases)
        loss, accuracy = np.mean(measured, axis=0)
        val_loss, val_accuracy = _measure(run.probabilities, all_labels[_MANY:])
        for name, value in zip(NAMES, (loss, val_loss, accuracy, val_accuracy), strict=True):
            run.history[name].append(float(value))
    return run


def _forward(
    inputs: FloatArray, weights: list[FloatArray], biases: list[FloatArray]
) -> tuple[FloatArray, list[FloatArray]]:
    """Return the probabilities (N, 10), and what went into each layer."""
    hidden = [inputs]
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        hidden.append(np.maximum(hidden[-1] @ w + b, 0))
    scores = hidden[-1] @ weights[-1] + biases[-1]
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True), hidden


def _measure(probabilities: FloatArray, labels: LabelArray) -> tuple[float, float]:
    of_the_truth = probabilities[np.arange(len(labels)), labels]
    loss = -np.log(np.maximum(of_the_truth, 1e-12)).mean()
    return float(loss), float(np.mean(probabilities.argmax(axis=1) == labels))
