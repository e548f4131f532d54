"""A model in a file that was handed in: whether it can be loaded, and what it answers.

Nothing of the notebook that made it is there: what the file does not hold is missing.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from course.handed_in import HANDED_IN_FOLDER, MAX_HANDED_IN_BYTES
from course.probes.light_models import Array, answers_of, calm, text_of
from course.probes.registry import probe

Facts = dict[str, Any]

# What is packed into a file of the allowed size may be far larger; weights hardly shrink.
_MOST_UNPACKED = 10 * MAX_HANDED_IN_BYTES
_HDF5, _PICKLE, _ZIP = b"\x89HDF\r\n\x1a\n", b"\x80", b"PK"
_IMAGES_AT_ONCE = 250
# The last file that was loaded, by place, time and size: several checks ask about one file.
_loaded: dict[tuple[str, int, int], "_File"] = {}


class _File:
    """A file that was handed in: its model, or why there is none."""

    def __init__(self, path: Path) -> None:
        self.model: Any = None
        self.problem: str | None = None
        self.detail = ""
        self.size = path.stat().st_size if path.is_file() else 0
        self.problem = _problem_before_loading(path, self.size)
        if self.problem is None:
            self._load(path)

    def _load(self, path: Path) -> None:
        import keras

        try:
            strangers = sorted(set(_strangers(json.loads(_config_in(path)))))
            if strangers:
                self.problem, self.detail = "custom", ", ".join(strangers[:3])
                return
            self.model = keras.saving.load_model(path, safe_mode=True)
            self.model.run_eagerly = True
        except Exception as error:
            self.problem, self.detail = "broken", text_of(error)
            if "unsafe" in str(error).lower() or "arbitrary code" in str(error).lower():
                self.problem = "unsafe"


@probe
def describe_saved_model(notebook: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Load a model from a file that was handed in, and look at what it takes and gives.

    Args:
        notebook: stands for the files that were handed in.
        name: of the file.

    Returns:
        - ``problem``: None if there is a model, else ``"missing"``, ``"folder"``, ``"empty"``,
          ``"too_large"``, ``"swollen"`` (too large when unpacked), ``"weights"`` (HDF5 without a
          model), ``"hdf5"`` (the older format), ``"pickle"``, ``"other_format"``,
          ``"incomplete"`` (an archive without a model's plan), ``"custom"`` (classes or functions
          of the learner's own; ``detail`` names them), ``"unsafe"`` (code inside, as in a Lambda
          layer) or ``"broken"``.
        - ``detail``: what loading raised; ``size``: of the file, in bytes.
        - ``compiled``: bool; ``input_shape``: list or None, as Keras tells it.
        - ``call_error``: what a call on images raised, or None; ``output_shape`` and
          ``shape_for_one``: of its answers to three images and to a single one; ``finite``: whether
          all answers are.
    """
    file = _open(notebook, name)
    facts: Facts = {"problem": file.problem, "detail": file.detail, "size": file.size}
    return facts if file.model is None else facts | _describe(file.model)


@probe
def predict_with_saved_model(notebook: Mapping[str, Any], name: str, images: Array) -> Array:
    """Let a model from a file that was handed in answer images.

    Args:
        notebook: stands for the files that were handed in.
        name: of the file.
        images: float32 (N, 28, 28, 1).

    Returns:
        Its answers, float32 (N, 10) if it is a model of digits.

    Raises:
        ValueError: there is no model in the file, see `describe_saved_model`.
    """
    file = _open(notebook, name)
    if file.model is None:
        raise ValueError(f"there is no model to ask ({file.problem})")
    parts = [images[at : at + _IMAGES_AT_ONCE] for at in range(0, len(images), _IMAGES_AT_ONCE)]
    with calm():
        return np.concatenate([answers_of(file.model, part) for part in parts])


def _open(notebook: Mapping[str, Any], name: str) -> _File:
    path = Path(notebook.get(HANDED_IN_FOLDER, ".")) / Path(name).name
    try:
        status = path.stat()
    except OSError:
        return _File(path)
    key = (str(path.absolute()), status.st_mtime_ns, status.st_size)
    if key not in _loaded:
        _loaded.clear()
        with calm():
            _loaded[key] = _File(path)
    return _loaded[key]


def _problem_before_loading(path: Path, size: int) -> str | None:
    """Return what can be told of a file without Keras, or None."""
    if path.is_dir():
        return "folder"
    if not path.is_file():
        return "missing"
    if not size:
        return "empty"
    if size > MAX_HANDED_IN_BYTES:
        return "too_large"
    start = path.read_bytes()[: len(_HDF5)]
    if start == _HDF5:
        return "hdf5" if _has_a_plan(path) else "weights"
    if start.startswith(_PICKLE):
        return "pickle"
    return _problem_of_archive(path) if start.startswith(_ZIP) else "other_format"


def _problem_of_archive(path: Path) -> str | None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > _MOST_UNPACKED:
                return "swollen"
            if archive.testzip() is not None:
                return "broken"
    except Exception:  # damaged archives raise many kinds
        return "broken"
    return None if "config.json" in {member.filename for member in members} else "incomplete"


def _has_a_plan(path: Path) -> bool:
    """Tell whether an HDF5 file holds a whole model, as Keras 2 wrote it."""
    h5py = import_module("h5py")  # has no types

    try:
        with h5py.File(path, "r") as file:
            return "model_config" in file.attrs
    except Exception:  # a damaged file
        return False


def _config_in(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read("config.json")


def _strangers(config: Any) -> Iterator[str]:
    """Yield the names of classes and functions in a model's plan that are not of Keras itself.

    In the notebook that made it they may load; where it is graded they are unknown.
    """
    if isinstance(config, dict):
        is_object = "registered_name" in config and "class_name" in config
        if is_object and not str(config.get("module") or "").startswith("keras"):
            name = config["class_name"]
            yield str(config.get("config") if name == "function" else name)
        config = list(config.values())
    if isinstance(config, list):
        for item in config:
            yield from _strangers(item)


def _describe(model: Any) -> Facts:
    facts: Facts = {"compiled": bool(model.compiled), "call_error": None, "input_shape": None}
    images = np.random.default_rng(0).random((3, 28, 28, 1)).astype(np.float32)
    with calm():
        try:
            facts["input_shape"] = [None if n is None else int(n) for n in model.input_shape]
        except Exception:  # models with several inputs, or subclasses, have no such list
            facts["input_shape"] = None
        try:
            answers = answers_of(model, images)
            facts |= {
                "output_shape": list(answers.shape),
                "shape_for_one": list(answers_of(model, images[:1]).shape),
                "finite": bool(np.isfinite(answers).all()),
            }
        except Exception as error:
            facts["call_error"] = text_of(error)
    return facts
