"""What a function that loads digits returns. All 70,000 are too many to cross: facts do."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn
from unittest import mock

import numpy as np
import numpy.typing as npt

from course.data import load_mnist, load_sample
from course.probes.registry import function_named, probe

Array = npt.NDArray[Any]
Facts = dict[str, Any]

# How Keras begins to say that a download failed, in an exception of no particular class; and its
# folder, in which it cannot write where it must not.
_DOWNLOAD_FAILED = "URL fetch failure"
_KERAS_FOLDER = ".keras"
_CLASSES = 10
# What a loader returns at most: images and labels, to train and to test.
_ARRAYS = 4
# So many labels tell whether the images stand in another order.
_FIRST = 100


@probe
def describe_dataset_returned(notebook: Mapping[str, Any], name: str) -> Facts:
    """Call a function that loads digits, and describe what it returns.

    Where Keras's loader cannot download, it is given the digits that `load_mnist` has offline: a
    function that is right is right without a network, too.

    Returns:
        ``type``: the type's name. ``parts``: for a tuple, list, array or iterator, the facts of its
        items, each either those of an array (``shape``, ``dtype``, and ``low`` and ``high`` if it
        holds numbers) or, for an item that is a tuple or list of two arrays, a list of two such.

        For two pairs, (images, labels) each: ``sets``, for each pair None if labels are no whole
        numbers from 0 to 9, one for each image, else a dict of ``counts`` (images of each class)
        and ``ink`` (sum of all their pixels), lists of ten, ``first`` (the labels of the first 100
        images, at most) and ``sum`` (all images added up, its pixels row by row); and ``shared``:
        how many images of the second pair occur in the first, byte for byte.

        ``offline``: the facts of what it returns where Keras's loader fails, without these; None if
        it raises there, as Keras's loader itself does.
    """
    function = function_named(notebook, name)
    facts = _describe(_call(function))
    with _keras_finds_nothing():
        try:
            facts["offline"] = _describe(function())
        except Exception:
            facts["offline"] = None
    return facts


def _describe(returned: Any) -> Facts:
    iterable = isinstance(returned, tuple | list | np.ndarray | Iterator)
    parts = list(returned) if iterable else []
    if len(parts) > _ARRAYS:  # perhaps 60,000 images
        return {"type": type(returned).__name__, "parts": [_facts(_as_array(parts))]}
    facts: Facts = {"type": type(returned).__name__, "parts": [_part_facts(p) for p in parts]}
    if len(parts) == 2 and all(isinstance(part, list) for part in facts["parts"]):
        pairs = [[np.asarray(array) for array in part] for part in parts]
        facts["sets"] = [_set_facts(*pair) for pair in pairs]
        facts["shared"] = _shared(pairs[0][0], pairs[1][0])
    return facts


def _call(function: Callable[..., Any]) -> Any:
    try:
        return function()
    except Exception as error:
        if _DOWNLOAD_FAILED not in str(error) and _KERAS_FOLDER not in str(error):
            raise
    with _keras_finds_digits():
        return function()


@contextlib.contextmanager
def _keras_finds_digits() -> Iterator[None]:
    """Let Keras read the digits that are there in place of a download of its file of MNIST."""
    loaders = (import_module(f"keras.src.datasets.{name}") for name in ("mnist", "fashion_mnist"))
    public = map(sys.modules.get, ("keras.utils", "keras._tf_keras.keras.utils"))
    modules: list[Any] = [module for module in (*loaders, *public) if module is not None]
    originals = [module.get_file for module in modules]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mnist.npz"
        # `load_mnist` would try the network again.
        digits = load_mnist() if os.environ.get("MNIST_PATH") else load_sample()
        (x_train, y_train), (x_test, y_test) = digits
        np.savez(path, x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)

        def get_file(*args: Any, **kwargs: Any) -> str:
            asked = [str(value) for value in (*args, *kwargs.values())]
            if any(value.endswith("mnist.npz") for value in asked):
                return str(path)
            raise OSError(f"{_DOWNLOAD_FAILED} on {', '.join(asked)}")

        for module in modules:
            module.get_file = get_file
        try:
            yield
        finally:
            for module, original in zip(modules, originals, strict=True):
                module.get_file = original


@contextlib.contextmanager
def _keras_finds_nothing() -> Iterator[None]:
    """Let Keras's loader of MNIST fail like a download without a network."""

    def fail(*args: Any, **kwargs: Any) -> NoReturn:
        raise Exception(f"{_DOWNLOAD_FAILED} on mnist.npz")

    homes = ("keras.datasets.mnist", "keras._tf_keras.keras.datasets.mnist")
    with contextlib.ExitStack() as patches:
        for home in (*homes, "keras.src.datasets.mnist"):
            if home in sys.modules:
                patches.enter_context(mock.patch.object(sys.modules[home], "load_data", fail))
        yield


def _part_facts(part: Any) -> Facts | list[Facts]:
    if isinstance(part, tuple | list) and len(part) == 2:
        first, second = (_as_array(item) for item in part)
        if first.ndim and second.ndim:
            return [_facts(first), _facts(second)]
    return _facts(_as_array(part))


def _as_array(value: Any) -> Array:
    try:
        return np.asarray(value)
    except Exception:  # ragged, or an object that only looks like an array
        return np.asarray(None)


def _facts(array: Array) -> Facts:
    facts: Facts = {"shape": list(array.shape), "dtype": str(array.dtype)}
    if array.dtype.kind in "biuf" and array.size:
        facts |= {"low": float(array.min()), "high": float(array.max())}
    return facts


def _set_facts(images: Array, labels: Array) -> Facts | None:
    if labels.ndim != 1 or len(images) != len(labels) or images.dtype.kind not in "biuf":
        return None
    if labels.dtype.kind not in "iuf" or not np.isin(labels, range(_CLASSES)).all():
        return None
    digits = labels.astype(int)
    ink = images.sum(axis=tuple(range(1, images.ndim)), dtype=np.float64)
    return {
        "counts": np.bincount(digits, minlength=_CLASSES).tolist(),
        "ink": np.bincount(digits, weights=ink, minlength=_CLASSES).tolist(),
        "first": digits[:_FIRST].tolist(),
        "sum": images.sum(axis=0, dtype=np.float64).ravel().tolist(),
    }


def _shared(first: Array, second: Array) -> int:
    known = {hash(image.tobytes()) for image in first}
    return sum(hash(image.tobytes()) in known for image in second)
