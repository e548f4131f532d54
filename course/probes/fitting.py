"""What ``fit`` does around training itself: its data, its callbacks, and the files they write."""

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from course.probes.light_models import Array, as_arrays, batches_of
from course.probes.losses import form_of

Logs = dict[str, float]

# Callbacks that would trace graphs, take up a training that was broken off, or call a server.
_LEFT_OUT = {"BackupAndRestore", "TensorBoard", "RemoteMonitor"}


# What `fit` takes where it is told nothing.
_BATCH_SIZE = 32


@dataclass
class FitData:
    """The data of one training as arrays, None for what was not given or cannot be seen.

    ``cut_off`` tells that the steps of an epoch are too few for all images.
    """

    images: Array | None
    labels: Array | None
    validation_images: Array | None
    validation_labels: Array | None
    split: float = 0.0
    batched: bool = True
    cut_off: bool = False


def data_of_fit(given: Mapping[str, Any]) -> FitData:
    """Return the data among the arguments of a call of ``fit``, validation split off as Keras does.

    Args:
        given: all arguments of ``fit`` by name, defaults included.
    """
    data = FitData(
        *as_arrays(given["x"], given["y"], given["steps_per_epoch"]),
        *_validation_data(given["validation_data"], given["validation_steps"]),
        split=float(given["validation_split"] or 0),
        batched=batches_of(given["x"]) is not None,
    )
    if data.validation_images is None and data.split:
        _split_off(data)
    if not data.batched and given["steps_per_epoch"]:
        _cut_off(data, given["steps_per_epoch"] * (given["batch_size"] or _BATCH_SIZE))
    return data


class Files:
    """Files that are put back afterwards: a check must not replace what a learner has saved."""

    def __init__(self) -> None:
        self._contents: dict[Path, bytes | None] = {}

    def protect(self, path: Any) -> None:
        """Remember what a file holds, or that there is none."""
        if isinstance(path, str | Path) and (file := Path(path)).is_absolute():
            self._contents.setdefault(file, file.read_bytes() if file.is_file() else None)

    def protect_those_of(self, callbacks: Iterable[Any]) -> None:
        """Protect the files that some callbacks of Keras's will write."""
        for path in (
            getattr(c, name, None) for c in callbacks for name in ("filepath", "filename")
        ):
            self.protect(path)

    def put_back(self) -> None:
        """Make the files what they were."""
        for file, content in self._contents.items():
            if content is not None:
                file.write_bytes(content)
            else:
                file.unlink(missing_ok=True)


@contextlib.contextmanager
def scratch_folder() -> Iterator[Files]:
    """Let callbacks write in a folder of their own, and put back what they write elsewhere."""
    files = Files()
    scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with scratch as folder, contextlib.chdir(folder):
        try:
            yield files
        finally:
            files.put_back()


def callbacks_of_fit(model: Any, given: Mapping[str, Any]) -> Any:
    """Return the callbacks of a call of ``fit`` and a History of our own, as Keras's list of them.

    Those are left out that would trace graphs, take up a training that was broken off, or call a
    server.
    """
    import keras

    own = [c for c in _as_list(given["callbacks"]) if type(c).__name__ not in _LEFT_OUT]
    return keras.callbacks.CallbackList(
        own, add_history=True, model=model, epochs=given["epochs"], steps=1, verbose=0
    )


def run_callbacks(
    model: Any,
    callbacks: Iterable[Any],
    epochs: range,
    learn: Callable[[int], Logs],
    validate: Callable[[int], Logs],
) -> int:
    """Run callbacks as ``fit`` does, and return how many epochs they allowed.

    Args:
        epochs: counted from 0.
        learn: called for an epoch's training; returns what Keras logs of it.
        validate: called for the validation after it; returns what Keras adds to the logs.
    """
    model.stop_training = False
    done = 0
    for callback in callbacks:
        callback.on_train_begin({})
    logs: Logs = {}
    for epoch in epochs:
        for callback in callbacks:
            callback.on_epoch_begin(epoch, {})
            callback.on_train_batch_begin(0, {})
        logs = learn(epoch)
        for callback in callbacks:
            callback.on_train_batch_end(0, dict(logs))
        logs |= validate(epoch)
        for callback in callbacks:
            callback.on_epoch_end(epoch, dict(logs))
        done += 1
        if model.stop_training:
            break
    for callback in callbacks:
        callback.on_train_end(dict(logs))
    return done


def is_validated(epoch: int, frequency: Any) -> bool:
    """Tell whether ``fit`` validates after an epoch, counted from 0, by its ``validation_freq``."""
    if isinstance(frequency, int):
        return (epoch + 1) % frequency == 0
    return epoch + 1 in frequency


def print_of(image: Array) -> bytes:
    """Return what an image is recognized by, whatever its shape and width of floats."""
    return np.ascontiguousarray(image, np.float32).tobytes()


def as_digits(labels: Array | None, count: int) -> Array | None:
    """Return labels in any form as integers (N,), None if they cannot belong to `count` images."""
    form = form_of(labels)
    if labels is None or form == "other" or len(labels) != count:
        return None
    return labels.argmax(axis=1) if form == "one_hot" else labels.reshape(-1)


def _as_list(callbacks: Any) -> list[Any]:
    callbacks = getattr(callbacks, "callbacks", callbacks)  # of a CallbackList
    if callbacks is None:
        return []
    return list(callbacks) if isinstance(callbacks, list | tuple) else [callbacks]


def _validation_data(data: Any, steps: int | None) -> tuple[Array | None, Array | None]:
    if isinstance(data, list | tuple):
        return as_arrays(data[0], data[1] if len(data) > 1 else None)
    return as_arrays(data, None, steps)


def _cut_off(data: FitData, count: int) -> None:
    """Leave as many images to train on as the steps of an epoch show."""
    if data.images is not None:
        data.cut_off = len(data.images) > count
        data.images = data.images[:count]
    if data.labels is not None:
        data.labels = data.labels[:count]


def _split_off(data: FitData) -> None:
    """Move the last share of a run's training data into its validation data, as Keras does."""
    if data.images is None:
        return
    end = int(len(data.images) * (1 - data.split))
    data.images, data.validation_images = data.images[:end], data.images[end:]
    if data.labels is not None:
        data.labels, data.validation_labels = data.labels[:end], data.labels[end:]
