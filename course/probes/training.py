"""How a learner's function trains a model: on what, for how long, watched on what."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.fitting import (
    Files,
    FitData,
    Logs,
    as_digits,
    callbacks_of_fit,
    data_of_fit,
    is_validated,
    print_of,
    run_callbacks,
    scratch_folder,
)
from course.probes.light_models import (
    CLASSES,
    Array,
    Witness,
    answers_of,
    as_arrays,
    calm,
    differ,
    small_model,
    weights_of,
)
from course.probes.losses import EXAMPLES, form_of, losses_by_form, settle_metrics
from course.probes.registry import function_named, probe

Facts = dict[str, Any]


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
          ``split``, its ``validation_split``; ``cut_off``, whether an epoch had too few steps for
          all images; and the data ``training`` and ``validation``, None if
          there are none or they cannot be seen. Data is told as ``count``; ``shape``, that of one
          image; ``of_training`` and ``of_validation``, how many of the given images it holds;
          ``unknown``, how many others; ``labels_kept``, whether each of the given images has its
          own label, None without labels; ``largest``, the largest value of a pixel; ``names``,
          variables of the notebook with the same first image. ``same_again``: whether a second
          look into a data set of TensorFlow's, as in a second epoch, found the same images.
        - ``looped``: how many images loops of the learner's own learned from, epochs counted, or
          None if not known.
        - ``recompiled``: what a new call of ``compile`` changed, ``"loss"`` and ``"optimizer"``.
        - ``moved``: whether a weight changed; ``changed_arguments``: positions, from 0.
        - ``own``: whether the model is the builder's. If so and it was fitted: ``labels_given``
          (``"integers"``, ``"one_hot"``, ``"other"``) and ``losses`` as in `describe_model`,
          beginning with the form that was given.
    """
    function = function_named(notebook, name)
    given = (images, labels, validation_images, validation_labels)
    kept = tuple(array.copy() for array in given)
    with calm(), scratch_folder() as files:
        import keras

        model, witness = _built_by(notebook, builder, images), None
        own = model is not None
        if model is None:
            model, witness = small_model(softmax=True)
            model.compile("sgd", loss=_loss_of_either_form, metrics=["accuracy"])
            model.run_eagerly = True
        before = weights_of(model)
        chosen = {"loss": model.loss, "optimizer": model.optimizer}
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
            "recompiled": [
                what for what, old in chosen.items() if not _is_alike(old, getattr(model, what))
            ],
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


def _is_alike(one: Any, other: Any) -> bool:
    """Tell whether two losses or optimizers are one, or of one kind with the same settings."""
    if one is other:
        return True
    if type(one) is not type(other) or not hasattr(one, "get_config"):
        return type(one) is type(other) and not callable(one) and bool(one == other)
    try:
        # Keras numbers the names of optimizers.
        settings = ({**each.get_config(), "name": None} for each in (one, other))
        return bool(next(settings) == next(settings))
    except Exception:  # of a kind of the learner's own, which need not be able to
        return True


def _history_of(returned: Any) -> dict[str, list[float]] | None:
    history = getattr(returned, "history", None)
    if not isinstance(history, Mapping):
        return None
    try:
        return {str(key): [float(v) for v in values] for key, values in history.items()}
    except (TypeError, ValueError):
        return None


@dataclass
class _Run(FitData):
    """One training: its data, and how many epochs it ran and was asked for."""

    asked: int | None = None
    epochs: int | None = None
    same_again: bool = False

    def describe(self, look: "_Onlooker") -> Facts:
        return {
            "epochs": self.epochs,
            "asked": self.asked,
            "batched": self.batched,
            "split": self.split,
            "cut_off": self.cut_off,
            "same_again": self.same_again,
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

    def __init__(self, model: Any, files: Files, tries_loss: bool) -> None:
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
        bound = self._fit_signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given: Mapping[str, Any] = bound.arguments
        epochs = range(given["initial_epoch"], given["epochs"])
        run = _Run(**vars(data_of_fit(given)), asked=len(epochs))
        self._fits.append(run)
        if hasattr(given["x"], "element_spec") and not given["steps_per_epoch"]:
            run.same_again = _shows_again(given["x"], run.images)
        if self._tries_loss and not self.loss_facts:
            self._try_loss(run)
        callbacks = callbacks_of_fit(self._model, given)
        self._files.protect_those_of(callbacks.callbacks)
        if len(callbacks.callbacks) > 1 and run.labels is not None:
            settle_metrics(self._model, run.labels[:1])

        def validate(epoch: int) -> Logs:
            if run.validation_images is None or not is_validated(epoch, given["validation_freq"]):
                return {}
            return {"val_loss": 1 + 0.1 * epoch, "val_accuracy": 0.5 / (epoch + 1)}

        run.epochs = run_callbacks(
            self._model, callbacks.callbacks, epochs, _made_up_learning, validate
        )
        return self._model.history

    def _try_loss(self, run: _Run) -> None:
        """Try the model's loss on labels of the form that ``fit`` was given."""
        self.loss_facts = {"labels_given": form_of(run.labels), "losses": {}}
        if run.images is not None and len(run.images) >= EXAMPLES:
            self.loss_facts |= losses_by_form(
                self._model, run.images[:EXAMPLES], first=self.loss_facts["labels_given"]
            )


def _shows_again(data_set: Any, images: Array | None) -> bool:
    again, _ = as_arrays(data_set, None)
    if images is None or again is None:
        return False
    return {print_of(image) for image in images} == {print_of(image) for image in again}


def _made_up_learning(epoch: int) -> Logs:
    """Log a loss that falls; validation gets worse, so that callbacks that stop early stop."""
    return {"loss": 2 / (epoch + 1), "accuracy": 1 - 0.5 / (epoch + 1)}


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
        self._training = {print_of(image): i for i, image in enumerate(images)}
        self._validation = {print_of(image): i for i, image in enumerate(validation_images)}
        self._labels, self._validation_labels = labels, validation_labels

    def describe(self, images: Array | None, labels: Array | None) -> Facts | None:
        """Return the facts of a set of data, see `spy_on_training`."""
        if images is None:
            return None
        prints = [print_of(image) for image in images]
        training = [self._training.get(p) for p in prints]
        validation = [self._validation.get(p) for p in prints]
        digits = as_digits(labels, len(prints))
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


def _agree(positions: list[int | None], labels: Array, digits: Array) -> bool:
    return all(
        labels[i] == digit for i, digit in zip(positions, digits, strict=True) if i is not None
    )


def _look_alike(one: Array, other: Array) -> bool:
    """Tell whether two images are the same, whatever their scale and shape."""
    a, b = (np.asarray(image, np.float64).ravel() for image in (one, other))
    largest = a.max(), b.max()
    return min(largest) > 0 and bool(np.allclose(a / largest[0], b / largest[1], atol=1e-4))
