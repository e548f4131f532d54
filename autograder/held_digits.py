"""Digits that only the grader has: what a handed-in model is tested on.

An instructor puts ``held_digits.npz`` (arrays ``images``, uint8 (N, 28, 28), and ``labels``, (N,))
into the class folder, beside ``submitted``. Without one, public test digits are used, each shifted
by a pixel or two: this deters from memorizing them, and does not prevent it.
"""

import zipfile
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from course.data import load_sample

FILE_NAME = "held_digits.npz"
# Enough for a standard error of half a point at 97%, few enough to cross the bridge in no time.
_DEFAULT_COUNT = 1_000
_SEED = 0

HeldDigits = tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]


class HeldDigitsError(ValueError):
    """An instructor's digits cannot be used; the message says why."""


def in_class_folder(course: Path) -> Path | None:
    """Return the instructor's file of a class, or None if there is none."""
    path = course / FILE_NAME
    return path if path.is_file() else None


@cache
def load_held_digits(path: Path | None) -> HeldDigits:
    """Load digits to test handed-in models on.

    Args:
        path: the instructor's file; None for shifted public digits.

    Returns:
        Images uint8 (N, 28, 28) and labels int64 (N,).

    Raises:
        HeldDigitsError: the file does not hold such arrays.
    """
    return _shifted_test_digits() if path is None else _read(path)


def _read(path: Path) -> HeldDigits:
    wanted = f"{path}: the arrays `images`, uint8 (N, 28, 28), and `labels`, (N,), are expected"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            images, labels = arrays["images"], arrays["labels"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise HeldDigitsError(f"{wanted} ({error}).") from error
    if (
        images.dtype != np.uint8
        or images.shape != (len(labels), 28, 28)
        or not len(labels)
        or labels.dtype.kind not in "iu"
        or labels.ndim != 1
    ):
        found = f"{images.dtype} {images.shape} and {labels.dtype} {labels.shape}"
        raise HeldDigitsError(f"{wanted}, found are {found}.")
    return images, labels.astype(np.int64)


def _shifted_test_digits() -> HeldDigits:
    """Return the offline test digits, each moved by one or two pixels in a random direction."""
    _, (images, labels) = load_sample()
    images, labels = images[:_DEFAULT_COUNT], labels[:_DEFAULT_COUNT]
    rng = np.random.default_rng(_SEED)
    moves = rng.integers(-2, 3, size=(len(images), 2))
    moves[(moves == 0).all(axis=1)] = 1
    # Digits keep four empty pixels at each side, so nothing comes in again at the other.
    moved = [np.roll(image, move, axis=(0, 1)) for image, move in zip(images, moves, strict=True)]
    return np.stack(moved), labels.astype(np.int64)
