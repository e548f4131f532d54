"""How learners' functions save a model to a file and load it again."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from course.probes.light_models import CLASSES, Array, answers_of, calm, text_of
from course.probes.registry import function_named, probe

Facts = dict[str, Any]


@probe
def spy_on_saving(
    notebook: Mapping[str, Any],
    name: str,
    images: Array,
    file_name: str,
    older: bool = False,
    as_path: bool = False,
) -> dict[str, Any]:
    """Let a learner's function save a model of ours in an empty folder, and look what is there.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(model, path)``.
        images: float32 (N, 28, 28, 1), to compare answers.
        file_name: of the file; ``path`` leads to it from the root.
        older: whether another model lies there already.
        as_path: whether the path is a `pathlib.Path` and not text.

    Returns:
        - ``there``: ``"file"``, ``"folder"`` or None, what the path leads to afterwards; ``start``:
          the first bytes of that file.
        - ``others``: names of other files in that folder; ``elsewhere``: names of files that were
          written into the current folder, which is another one.
        - ``load_error``: what loading the file raised, or None; if it could be loaded:
          ``difference``: the largest between the answers of the model and of the loaded one, None
          if their shapes differ; ``compiled``: whether it is; ``compiled_otherwise``: in which of
          ``"optimizer"``, ``"loss"`` and ``"metrics"`` it differs from the model if it is;
          ``stale``: whether it is the older model.
        - ``moved``: whether saving changed the model's own answers; ``recompiled``: whether the
          model has another optimizer than before.
    """
    function = function_named(notebook, name)
    with calm(), _two_folders() as (folder, current):
        import keras

        path = folder / file_name
        model, older_answers = _network(1), None
        if older:
            older_model = _network(2)
            older_model.save(path)
            older_answers = answers_of(older_model, images)
        before, optimizer = answers_of(model, images), model.optimizer
        function(model, path if as_path else str(path))
        facts: Facts = {
            "there": "file" if path.is_file() else "folder" if path.is_dir() else None,
            "start": path.read_bytes()[:8] if path.is_file() else b"",
            "others": sorted(p.name for p in folder.iterdir() if p != path),
            "elsewhere": sorted(p.name for p in current.iterdir()),
            "moved": not np.array_equal(before, answers_of(model, images)),
            "recompiled": model.optimizer is not optimizer,
            "load_error": None,
        }
        if facts["there"] != "file":
            return facts
        try:
            loaded = keras.saving.load_model(path)
            # With a twin: the model itself may have been changed.
            facts |= _compare(loaded, _network(1), images)
            facts["stale"] = older_answers is not None and np.array_equal(
                older_answers, answers_of(loaded, images)
            )
        except Exception as error:
            facts["load_error"] = text_of(error)
        return facts


@probe
def spy_on_loading(
    notebook: Mapping[str, Any],
    name: str,
    images: Array,
    file_name: str,
    as_path: bool = False,
    replaced: bool = False,
) -> dict[str, Any]:
    """Save a model of ours in a folder of its own, and let a learner's function load it.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(path)``.
        images, file_name, as_path: as in `spy_on_saving`.
        replaced: whether another model is saved to the same file afterwards and loaded, too.

    Returns:
        ``type``: the class name of what came back; ``is_model``; ``is_kept``: whether the notebook
        held it before; ``file_kept``: whether the file is what it was. Of a model: ``call_error``:
        what a call raised, or None; ``difference``, ``compiled`` and ``compiled_otherwise`` as in
        `spy_on_saving`; ``same_layers``: whether its weights have the shapes of those in the file;
        ``stale``: whether the first model came for the second one, too.
    """
    function = function_named(notebook, name)
    held = {id(value) for value in notebook.values()}
    with calm(), _two_folders() as (folder, _):
        import keras

        path = folder / file_name
        model = _network(3)
        model.save(path)
        content = path.read_bytes()
        loaded = function(path if as_path else str(path))
        facts: Facts = {
            "type": type(loaded).__name__,
            "is_model": isinstance(loaded, keras.Model),
            "is_kept": id(loaded) in held,
            "file_kept": path.is_file() and path.read_bytes() == content,
            "call_error": None,
        }
        if facts["is_model"]:
            try:
                facts |= _compare(loaded, model, images)
                facts["same_layers"] = _shapes(loaded) == _shapes(model)
            except Exception as error:
                facts["call_error"] = text_of(error)
        facts["stale"] = False
        if replaced and facts["is_model"] and facts["file_kept"]:
            _network(4).save(path)
            again = function(path if as_path else str(path))
            facts["stale"] = isinstance(again, keras.Model) and np.array_equal(
                answers_of(model, images), answers_of(again, images)
            )
        return facts


@probe
def name_of_file(notebook: Mapping[str, Any], name: str) -> str | None:
    """Call a learner's function that returns a path, and return it as text; None if it is none."""
    answer = function_named(notebook, name)()
    if isinstance(answer, bytes) or not isinstance(answer, str | os.PathLike):
        return None
    return str(os.fspath(answer))


def _network(seed: int) -> Any:
    """Return a small compiled network of Keras's own layers, which any process can load."""
    import keras
    from keras import layers

    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    # Not by an initializer, which a copy made from the plan would follow again.
    rng = np.random.default_rng(seed)
    model.set_weights([rng.normal(0, 0.05, weight.shape) for weight in model.weights])
    # Not what one compiles with unless told otherwise.
    optimizer = keras.optimizers.SGD(0.02, momentum=0.5)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.run_eagerly = True
    return model


def _compare(loaded: Any, model: Any, images: Array) -> Facts:
    facts: Facts = {
        "difference": _difference(answers_of(model, images), loaded, images),
        "compiled": bool(getattr(loaded, "compiled", False)),
        "compiled_otherwise": [],
    }
    if facts["compiled"] and facts["difference"] is not None:
        one, other = (_compilation(either, images) for either in (loaded, model))
        facts["compiled_otherwise"] = [part for part in other if not _agree(one[part], other[part])]
    return facts


def _compilation(model: Any, images: Array) -> Facts:
    """Return how a model was compiled: settings of its optimizer, values of loss and metrics."""
    labels = np.arange(len(images)) % CLASSES
    optimizer = model.optimizer
    settings = optimizer.get_config() if optimizer is not None else {}
    model.run_eagerly = True
    model.reset_metrics()
    try:
        measured = model.test_on_batch(images, labels, return_dict=True)
        values = {name: float(value) for name, value in measured.items()}
    except Exception:  # a loss or a metric for labels of another form, or no loss
        values = {}
    return {
        "optimizer": {**settings, "name": type(optimizer).__name__},
        "loss": {"loss": values.pop("loss", None)},
        "metrics": values,
    }


def _agree(one: Facts, other: Facts) -> bool:
    def close(a: Any, b: Any) -> bool:
        numbers = isinstance(a, float) and isinstance(b, float)
        return bool(np.isclose(a, b, rtol=1e-4)) if numbers else bool(a == b)

    return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)


def _shapes(model: Any) -> list[tuple[int, ...]]:
    return [tuple(weight.shape) for weight in model.weights]


def _difference(answers: Array, model: Any, images: Array) -> float | None:
    others = answers_of(model, images)
    return float(np.abs(answers - others).max()) if answers.shape == others.shape else None


@contextlib.contextmanager
def _two_folders() -> Iterator[tuple[Path, Path]]:
    """Make two empty folders, and the second one the current folder: a learner's own files stay."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        folder, current = Path(root).resolve() / "given", Path(root).resolve() / "current"
        folder.mkdir()
        current.mkdir()
        with contextlib.chdir(current):
            yield folder, current
