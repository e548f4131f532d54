"""The figures of lesson 00: what a layer has learned, and what the size of a batch does.

A single softmax layer is trained in NumPy, on the digits that ship with the course.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from course.data import load_sample

FloatArray = npt.NDArray[np.floating[Any]]
# Of one epoch; the others are unseen.
TRAINED_ON = 3_000
_WIDTH = 4.7


@cache
def shuffled_pixels() -> tuple[FloatArray, npt.NDArray[np.uint8]]:
    """Return 4,000 digits in random order: pixels from 0 to 1, (4000, 784), and their labels."""
    (images, labels), _ = load_sample()
    return images.reshape(len(images), -1) / 255, labels


def one_epoch(batch_size: int, rate: float) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Train a softmax layer for an epoch; yield weights and biases before and after each step."""
    pixels, labels = shuffled_pixels()
    weights, bias = np.zeros((784, 10)), np.zeros(10)
    yield weights, bias
    for start in range(0, TRAINED_ON, batch_size):
        batch = slice(start, min(start + batch_size, TRAINED_ON))
        inputs, truth = pixels[batch], np.eye(10)[labels[batch]]
        slopes = (_softmax(inputs @ weights + bias) - truth) / len(inputs)
        weights = weights - rate * inputs.T @ slopes
        bias = bias - rate * slopes.sum(axis=0)
        yield weights, bias


def probabilities(pixels: FloatArray, weights: FloatArray, bias: FloatArray) -> FloatArray:
    """Return what the layer gives, (N, 10), for pixels (N, 784)."""
    return _softmax(pixels @ weights + bias)


def unseen() -> tuple[FloatArray, npt.NDArray[np.uint8]]:
    """Return pixels and labels of the digits that are not trained on."""
    pixels, labels = shuffled_pixels()
    return pixels[TRAINED_ON:], labels[TRAINED_ON:]


def unseen_loss(weights: FloatArray, bias: FloatArray) -> float:
    """Return the cross-entropy on the digits that were not trained on."""
    pixels, labels = unseen()
    of_the_true_class = probabilities(pixels, weights, bias)[np.arange(len(labels)), labels]
    return float(-np.log(of_the_true_class).mean())


def draw_00_units() -> Figure:
    """The weights of ten units as pictures."""
    *_, (weights, _) = one_epoch(batch_size=10, rate=0.1)
    reach = float(np.abs(weights).max()) * 0.7
    figure, axes = plt.subplots(2, 5, figsize=(_WIDTH, 2.3), layout="none")
    for digit, ax in enumerate(axes.flat):
        picture = weights[:, digit].reshape(28, 28)
        ax.imshow(picture, "RdBu", vmin=-reach, vmax=reach, interpolation="none")
        ax.set_title(f"unit {digit}", loc="left")
        ax.set_axis_off()
    figure.subplots_adjust(0.0, 0.0, 1.0, 0.9, wspace=0.05, hspace=0.28)
    return figure


def draw_00_batches() -> Figure:
    """The loss during one epoch, for three sizes of batches."""
    figure, ax = plt.subplots(figsize=(_WIDTH, 3.0))
    for color, (batch_size, height) in enumerate(((1000, 1.85), (100, 1.42), (10, 0.7))):
        trained = list(one_epoch(batch_size, rate=0.1))
        every = max(1, 100 // batch_size)
        seen = np.arange(0, len(trained), every) * batch_size
        losses = [unseen_loss(*layer) for layer in trained[::every]]
        ax.plot(seen, losses, color=f"C{color}", marker="o" if batch_size == 1000 else None)
        label = f"batches of {batch_size:,}: {len(trained) - 1} steps"
        ax.text(TRAINED_ON * 0.98, height, label, color=f"C{color}", ha="right")
    ax.set(xlim=(0, TRAINED_ON), ylim=(0, 2.5))
    ax.set_xlabel("training images seen")
    ax.set_ylabel("loss on unseen digits")
    return figure


def _softmax(logits: FloatArray) -> FloatArray:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))
