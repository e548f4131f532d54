"""Digits that are shifted a little, anew in each epoch."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


def parse(augmentation: str) -> Callable[[FloatArray, np.random.Generator], FloatArray] | None:
    """Return what an augmentation of a recipe does to images (N, 28, 28, 1); None for "none".

    Raises:
        ValueError: there is no such augmentation.
    """
    if augmentation == "none":
        return None
    name, _, pixels = augmentation.partition(" ")
    if name != "shift" or not pixels.isdecimal():
        raise ValueError(f'no augmentation is called {augmentation!r}; write "none" or "shift 2".')
    return lambda images, rng: shifted(images, int(pixels), rng)


def shifted(images: FloatArray, most: int, rng: np.random.Generator) -> FloatArray:
    """Shift each image by up to `most` pixels up or down and left or right; zeros come in.

    Args:
        images: (N, 28, 28, 1). Left as they are.
        most: the largest shift either way, in pixels. All shifts are equally likely.
        rng: draws them.
    """
    number, height, width, _ = images.shape
    padded = np.pad(images, ((0, 0), (most, most), (most, most), (0, 0)))
    down, right = rng.integers(0, 2 * most + 1, (2, number))
    moved = np.empty_like(images)
    for y in range(2 * most + 1):
        for x in range(2 * most + 1):
            chosen = np.flatnonzero((down == y) & (right == x))
            moved[chosen] = padded[chosen, y : y + height, x : x + width]
    return moved


class Augmented(keras.utils.PyDataset):
    """Batches of images in a new order and newly changed in each epoch, decided by a seed."""

    def __init__(
        self,
        images: FloatArray,
        labels: npt.NDArray[np.integer],
        batch_size: int,
        change: Callable[[FloatArray, np.random.Generator], FloatArray],
        seed: int,
    ) -> None:
        super().__init__()
        self._images, self._labels = images, labels
        self._batch_size, self._change = batch_size, change
        self._rng = np.random.default_rng(seed)
        self._draw()

    def __len__(self) -> int:
        return -(-len(self._labels) // self._batch_size)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        part = slice(index * self._batch_size, (index + 1) * self._batch_size)
        return self._now[part], self._now_labels[part]

    def on_epoch_end(self) -> None:
        """Draw the next epoch."""
        self._draw()

    def _draw(self) -> None:
        order = self._rng.permutation(len(self._labels))
        self._now = self._change(self._images[order], self._rng)
        self._now_labels = self._labels[order]
