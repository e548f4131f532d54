"""How a learner's function trains a model: on what, for how long, watched on what."""

import contextlib
import inspect
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.light_models import (
    CLASSES,
    Array,
    Witness,
    answers_of,
    as_arrays,
    batches_of,
    calm,
    differ,
    small_model,
    weights_of,
)
from course.probes.losses import EXAMPLES, form_of, losses_by_form, settle_metrics
from course.probes.registry import function_named, probe

Facts = dict[str, Any]

# Callbacks that would trace graphs, take up a training that was broken off, or call a server.
_LEFT_OUT = {"BackupAndRestore", "TensorBoard", "RemoteMonitor"}


@probe
def spy_on_training(
    notebook: Mapping[str, Any],
    name: str,
    images: Array,
    labels: Array,
    validation_images: Array,
    validation_labels: Array,
    epochs: int,
    builder: str | None = None,
) -> dict[str, Any]:
    """Let a learner's function train a model, and tell what it did with model and data.

    The model's ``fit`` does not train: it notes what it is given and runs the callbacks on made-up
    values, epoch by epoch, the training loss falling and the validation loss rising. Loops of the
    learner's own train for real.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(model, images, labels, (validation …), epochs)``.
        images, labels: float32 (N, 28, 28, 1) and int (N,), to train on.
        validation_images, validation_labels: the same, to validate on; other images.
        epochs: int.
        builder: the name of the learner's function that builds the model to train. Without one, or
            where it builds no compiled model that gives (N, 10), the model is a small one of ours,
            whose loss takes integer labels as well as one-hot ones.

    Returns:
        - ``type``: the class name of what was returned, ``is_model``: whether it is a Keras model;
          ``history``: its ``history``, a dict of lists of float, or None if it has none.
        - ``runs``: a dict for each call of ``fit``, and one for all batches that a loop of the
          learner's own trained on: ``epochs``, how many it ran, and ``asked``, how many it was
          asked for (both None for a loop); ``batched``, whether the images came in batches already;
          ``split``, its ``validation_split``; and the data ``training`` and ``validation``, None if
          there are none or they cannot be seen. Data is told as ``count``; ``shape``, that of one
          image; ``of_training`` and ``of_validation``, how many of the given images it holds;
          ``unknown``, how many others; ``labels_kept``, whether each of the given images has its
          own label, None without labels; ``largest``, the largest value of a pixel; ``names``,
          variables of the notebook with the same first image.
        - ``looped``: how many images loops of the learner's own learned from, epochs counted, or
          None if not known.
        - ``moved``: whether a weight changed; ``changed_arguments``: positions, from 0.
        - ``own``: whether the model is the builder's. If so and it was fitted: ``labels_given``
          (``"integers"``, ``"one_hot"``, ``"other"``) and ``losses`` as in `describe_model`,
          beginning with the form that was given.
    """
    function = function_named(notebook, name)
    given = (images, labels, validation_images, validation_labels)
    kept = tuple(array.copy() for array in given)
    with calm(), _scratch_folder() as files:
        import keras

        model, witness = _built_by(notebook, builder, images), None
        own = model is not None
        if model is None:
            model, witness = small_model(softmax=True)
            model.compile("sgd", loss=_loss_of_either_form, metrics=["accuracy"])
            model.run_eagerly = True
        before = weights_of(model)
        spy = _Spy(model, files, tries_loss=own)
        with keras.saving.CustomObjectScope({"_loss_of_either_form": _loss_of_either_form}):
            returned = function(
                model, images, labels, (validation_images, validation_labels), epochs
            )
        look = _Onlooker(notebook, *kept)
        return {
            "type": type(returned).__name__,
            "is_model": isinstance(returned, keras.Model),
            "history": _history_of(returned),
            "runs": [run.describe(look) for run in spy.all_runs(witness)],
            "looped": None if witness is None else sum(map(len, witness.learned_from)),
            "moved": differ(before, weights_of(model)),
            "changed_arguments": sorted(
                {
                    min(i, 2) + 1
                    for i, pair in enumerate(zip(kept, given, strict=True))
                    if not is_unchanged(*pair)
                }
            ),
            "own": own,
            **spy.loss_facts,
        }


def _built_by(notebook: Mapping[str, Any], builder: str | None, images: Array) -> Any:
    """Return the compiled model of a learner's builder, or None if there is none to train."""
    import keras

    function = notebook.get(builder) if builder else None
    if not callable(function):
        return None
    try:
        model = function()
        if not isinstance(model, keras.Model) or not model.compiled:
            return None
        model.run_eagerly = True
        return model if answers_of(model, images[:1]).shape == (1, CLASSES) else None
    except Exception:  # the builder has checks of its own, which tell
        return None


def _loss_of_either_form(y_true: Any, y_pred: Any) -> Any:
    import keras

    if len(y_true.shape) == 2 and y_true.shape[-1] == CLASSES:
        return keras.losses.categorical_crossentropy(y_true, y_pred)
    return keras.losses.sparse_categorical_crossentropy(keras.ops.reshape(y_true, (-1,)), y_pred)


def _history_of(returned: Any) -> dict[str, list[float]] | None:
    history = getattr(returned, "history", None)
    if not isinstance(history, Mapping):
        return None
    try:
        return {str(key): [float(v) for v in values] for key, values in history.items()}
    except (TypeError, ValueError):
        return None


class _Files:
    """Files that are put back afterwards: a check must not replace what a learner has saved."""

    def __init__(self) -> None:
        self._contents: dict[Path, bytes | None] = {}

    def protect(self, path: Any) -> None:
        """Remember what a file holds, or that there is none."""
        if isinstance(path, str | Path) and (file := Path(path)).is_absolute():
            self._contents.setdefault(file, file.read_bytes() if file.is_file() else None)

    def put_back(self) -> None:
        """Make the files what they were."""
        for file, content in self._contents.items():
            if content is not None:
                file.write_bytes(content)
            else:
                file.unlink(missing_ok=True)


@contextlib.contextmanager
def _scratch_folder() -> Iterator[_Files]:
    """Let callbacks write in a folder of their own, and put back what they write elsewhere."""
    files = _Files()
    scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with scratch as folder, contextlib.chdir(folder):
        try:
            yield files
        finally:
            files.put_back()


@dataclass
class _Run:
    """One training: its data as arrays, None for what was not given or cannot be seen."""

    images: Array | None
    labels: Array | None
    validation_images: Array | None
    validation_labels: Array | None
    split: float = 0.0
    batched: bool = True
    asked: int | None = None
    epochs: int | None = None

    def describe(self, look: "_Onlooker") -> Facts:
        return {
            "epochs": self.epochs,
            "asked": self.asked,
            "batched": self.batched,
            "split": self.split,
            "training": look.describe(self.images, self.labels),
            "validation": look.describe(self.validation_images, self.validation_labels),
        }


class _Spy:
    """Stands in for the methods by which a model is trained, and notes what they are given.

    Args:
        model: a compiled model that runs eagerly.
        files: is told of files that callbacks will write.
        tries_loss: whether the first ``fit`` tries the model's loss on the labels it is given.
    """

    def __init__(self, model: Any, files: "_Files", tries_loss: bool) -> None:
        self._model = model
        self._files = files
        self._tries_loss = tries_loss
        self._fits: list[_Run] = []
        self._learned: list[tuple[Array | None, Array | None]] = []
        self._validated: list[tuple[Array | None, Array | None]] = []
        self.loss_facts: Facts = {}
        self._fit_signature = inspect.signature(model.fit)
        model.fit = self._fit
        self._note(self._learned, "train_on_batch")
        self._note(self._validated, "test_on_batch")
        self._note(self._validated, "evaluate")

    def all_runs(self, witness: Witness | None) -> list[_Run]:
        """Return the runs of ``fit``, and one for what a loop of the learner's own did."""
        looked_at, learned_from = [], []
        if witness is not None:
            looked_at, learned_from = witness.looked_at, witness.learned_from
        if self._learned:
            loop = _Run(*_joined(self._learned), *_joined(self._validated))
        elif learned_from:
            loop = _Run(np.concatenate(learned_from), None, None, None)
        else:
            return self._fits
        if loop.validation_images is None and looked_at:
            loop.validation_images = np.concatenate(looked_at)
        return [*self._fits, loop]

    def _note(self, notes: list[tuple[Array | None, Array | None]], method: str) -> None:
        original = getattr(self._model, method)
        signature = inspect.signature(original)

        def noting(*args: Any, **kwargs: Any) -> Any:
            arguments = signature.bind(*args, **kwargs).arguments
            notes.append(as_arrays(arguments.get("x"), arguments.get("y")))
            return original(*args, **kwargs)

        setattr(self._model, method, noting)

    def _fit(self, *args: Any, **kwargs: Any) -> Any:
        import keras

        bound = self._fit_signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given: Mapping[str, Any] = bound.arguments
        run = _Run(
            *as_arrays(given["x"], given["y"], given["steps_per_epoch"]),
            *_validation_data(given["validation_data"], given["validation_steps"]),
            split=float(given["validation_split"] or 0),
            batched=batches_of(given["x"]) is not None,
            asked=given["epochs"] - given["initial_epoch"],
        )
        if run.validation_images is None and run.split:
            _split_off(run)
        self._fits.append(run)
        if self._tries_loss and not self.loss_facts:
            self._try_loss(run)
        own = [c for c in _as_list(given["callbacks"]) if type(c).__name__ not in _LEFT_OUT]
        for path in (getattr(c, name, None) for c in own for name in ("filepath", "filename")):
            self._files.protect(path)
        if own and run.labels is not None:
            settle_metrics(self._model, run.labels[:1])
        callbacks = keras.callbacks.CallbackList(
            own,
            add_history=True,
            model=self._model,
            epochs=given["epochs"],
            steps=1,
            verbose=0,
        )
        run.epochs = _run_callbacks(
            self._model,
            callbacks.callbacks,
            range(given["initial_epoch"], given["epochs"]),
            given["validation_freq"] if run.validation_images is not None else None,
        )
        return self._model.history

    def _try_loss(self, run: _Run) -> None:
        """Try the model's loss on labels of the form that ``fit`` was given."""
        self.loss_facts = {"labels_given": form_of(run.labels), "losses": {}}
        if run.images is not None and len(run.images) >= EXAMPLES:
            self.loss_facts |= losses_by_form(
                self._model, run.images[:EXAMPLES], first=self.loss_facts["labels_given"]
            )


def _run_callbacks(
    model: Any,
    callbacks: Iterable[Any],
    epochs: range,
    validation_freq: Any,
) -> int:
    """Run callbacks as ``fit`` does, on made-up values; return how many epochs they allowed.

    The training loss falls and its metrics rise, while validation gets worse from the second epoch
    on: callbacks that stop early stop.
    """
    model.stop_training = False
    done = 0
    for callback in callbacks:
        callback.on_train_begin({})
    logs: dict[str, float] = {}
    for epoch in epochs:
        logs = {"loss": 2 / (epoch + 1), "accuracy": 1 - 0.5 / (epoch + 1)}
        for callback in callbacks:
            callback.on_epoch_begin(epoch, {})
            callback.on_train_batch_begin(0, {})
            callback.on_train_batch_end(0, dict(logs))
        if _is_validated(epoch, validation_freq):
            logs |= {"val_loss": 1 + 0.1 * epoch, "val_accuracy": 0.5 / (epoch + 1)}
        for callback in callbacks:
            callback.on_epoch_end(epoch, dict(logs))
        done += 1
        if model.stop_training:
            break
    for callback in callbacks:
        callback.on_train_end(dict(logs))
    return done


def _is_validated(epoch: int, frequency: Any) -> bool:
    if frequency is None or isinstance(frequency, int):
        return frequency is not None and (epoch + 1) % frequency == 0
    return epoch + 1 in frequency


def _as_list(callbacks: Any) -> list[Any]:
    callbacks = getattr(callbacks, "callbacks", callbacks)  # of a CallbackList
    if callbacks is None:
        return []
    return list(callbacks) if isinstance(callbacks, list | tuple) else [callbacks]


def _validation_data(data: Any, steps: int | None) -> tuple[Array | None, Array | None]:
    if isinstance(data, list | tuple):
        return as_arrays(data[0], data[1] if len(data) > 1 else None)
    return as_arrays(data, None, steps)


def _split_off(run: _Run) -> None:
    """Move the last share of a run's training data into its validation data, as Keras does."""
    if run.images is None:
        return
    end = int(len(run.images) * (1 - run.split))
    run.images, run.validation_images = run.images[:end], run.images[end:]
    if run.labels is not None:
        run.labels, run.validation_labels = run.labels[:end], run.labels[end:]


def _joined(
    batches: list[tuple[Array | None, Array | None]],
) -> tuple[Array | None, Array | None]:
    images = [x for x, _ in batches if x is not None]
    labels = [y for _, y in batches if y is not None]
    return (
        np.concatenate(images) if images else None,
        np.concatenate(labels) if len(labels) == len(images) > 0 else None,
    )


class _Onlooker:
    """Recognizes the given images among those that a model was trained on or validated on."""

    def __init__(
        self,
        notebook: Mapping[str, Any],
        images: Array,
        labels: Array,
        validation_images: Array,
        validation_labels: Array,
    ) -> None:
        self._notebook = notebook
        self._training = {_print_of(image): i for i, image in enumerate(images)}
        self._validation = {_print_of(image): i for i, image in enumerate(validation_images)}
        self._labels, self._validation_labels = labels, validation_labels

    def describe(self, images: Array | None, labels: Array | None) -> Facts | None:
        """Return the facts of a set of data, see `spy_on_training`."""
        if images is None:
            return None
        prints = [_print_of(image) for image in images]
        training = [self._training.get(p) for p in prints]
        validation = [self._validation.get(p) for p in prints]
        digits = _as_digits(labels, len(prints))
        return {
            "count": len(prints),
            "shape": list(images.shape[1:]),
            "of_training": len({i for i in training if i is not None}),
            "of_validation": len({i for i in validation if i is not None}),
            "unknown": sum(
                i is None and j is None for i, j in zip(training, validation, strict=True)
            ),
            "labels_kept": None
            if digits is None
            else _agree(training, self._labels, digits)
            and _agree(validation, self._validation_labels, digits),
            "largest": float(np.max(images)) if images.size else 0.0,
            "names": self._names_of(images),
        }

    def _names_of(self, images: Array) -> list[str]:
        if not images.size:
            return []
        return sorted(
            name
            for name, value in self._notebook.items()
            if isinstance(value, np.ndarray)
            and value.ndim >= 3
            and value.size
            and value[0].size == images[0].size
            and not name.startswith("_")
            and _look_alike(value[0], images[0])
        )


def _print_of(image: Array) -> bytes:
    return np.ascontiguousarray(image, np.float32).tobytes()


def _agree(positions: list[int | None], labels: Array, digits: Array) -> bool:
    return all(
        labels[i] == digit for i, digit in zip(positions, digits, strict=True) if i is not None
    )


def _as_digits(labels: Array | None, count: int) -> Array | None:
    form = form_of(labels)
    if labels is None or form == "other" or len(labels) != count:
        return None
    return labels.argmax(axis=1) if form == "one_hot" else labels.reshape(-1)


def _look_alike(one: Array, other: Array) -> bool:
    """Tell whether two images are the same, whatever their scale and shape."""
    a, b = (np.asarray(image, np.float64).ravel() for image in (one, other))
    largest = a.max(), b.max()
    return min(largest) > 0 and bool(np.allclose(a / largest[0], b / largest[1], atol=1e-4))
