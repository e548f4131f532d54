"""The digits of the measurements: training arrays for everyone, test arrays once.

Nothing else in this package loads digits. A fit runs in a process that knows the file of the
training arrays and nothing of the test set.
"""

import hashlib
from pathlib import Path

import numpy as np

from course.data import UInt8Array, load_mnist, load_sample

TRAINING_IMAGES = 60_000
# Of the arrays, in their original order; see `data_hash`.
TRAINING_SHA256 = "9585ddb17301fae7683e4a0102abfe4d204de640acd4dd7969a43d8b134b1c07"


class NotTheFullSet(RuntimeError):
    """The digits at hand are not the training set of MNIST."""


class SecondLook(RuntimeError):
    """The test set was to be opened a second time."""


def training_digits(quick: bool = False) -> tuple[UInt8Array, UInt8Array]:
    """Return training images (N, 28, 28) and labels (N,), uint8; never those of the test set.

    Args:
        quick: take the 4,000 of the digits that ship with the course, not the full set.
    """
    train, _ = load_sample() if quick else load_mnist()
    return train


class TestSet:
    """The test digits, which can be opened once.

    Attributes:
        opened: how many times they were.
    """

    __test__ = False  # no test class, whatever pytest thinks of the name

    def __init__(self, quick: bool = False) -> None:
        self._quick = quick
        self.opened = 0

    def open(self) -> tuple[UInt8Array, UInt8Array]:
        """Return test images (N, 28, 28) and labels (N,), uint8.

        Raises:
            SecondLook: for the second time. Whoever looks twice has begun to choose.
        """
        if self.opened:
            raise SecondLook(
                "The test set has been opened already. All models are tested in one call; freeze "
                "them first, and choose with folds or a hold-out."
            )
        self.opened += 1
        _, test = load_sample() if self._quick else load_mnist()
        return test


def data_hash(images: UInt8Array, labels: UInt8Array) -> str:
    """Return the sha256 of images and labels, whatever file they came from."""
    content = hashlib.sha256()
    for array in (images, labels):
        content.update(repr(array.shape).encode())
        content.update(np.ascontiguousarray(array, np.uint8).tobytes())
    return content.hexdigest()


def write_training_file(path: Path, images: UInt8Array, labels: UInt8Array) -> None:
    """Write the training arrays where fits read them, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npz")
    np.savez(partial, images=images, labels=labels)
    partial.replace(path)


def read_training_file(path: Path) -> tuple[UInt8Array, UInt8Array]:
    """Return what `write_training_file` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        return arrays["images"], arrays["labels"]


def demand_full_set(images: UInt8Array, labels: UInt8Array) -> None:
    """Raise NotTheFullSet unless these are the 60,000 training digits of MNIST."""
    if data_hash(images, labels) != TRAINING_SHA256:
        raise NotTheFullSet(
            f"Results are measured on the {TRAINING_IMAGES:,} training digits of MNIST, and these "
            f"are {len(images):,} others. Set MNIST_PATH to an mnist.npz or to a folder with the "
            "four idx files, or try the machinery with --quick."
        )
