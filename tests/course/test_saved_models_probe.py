"""Probes of handed-in files tell what is in a file, whatever it is, and run nothing of it."""

import os
import pickle
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.handed_in import HANDED_IN_FOLDER, MAX_HANDED_IN_BYTES
from course.notebook import LocalNotebook

SAMPLE = Path(__file__).resolve().parents[2] / "autograder" / "samples" / "final_model.keras"
NAME = "final_model.keras"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(SAMPLE, tmp_path / NAME)
    return tmp_path


def describe(folder: Path) -> Any:
    handed_in = LocalNotebook({HANDED_IN_FOLDER: folder})
    return handed_in.ask(probes.describe_saved_model, NAME)


def test_a_whole_model_is_described(folder: Path) -> None:
    facts = describe(folder)
    assert facts["problem"] is None
    assert (facts["compiled"], facts["call_error"], facts["finite"]) == (True, None, True)
    assert facts["input_shape"] == [None, 28, 28, 1]
    assert (facts["output_shape"], facts["shape_for_one"]) == ([3, 10], [1, 10])


def test_answers_to_many_images_come_in_one_array(folder: Path) -> None:
    handed_in = LocalNotebook({HANDED_IN_FOLDER: folder})
    images = np.random.default_rng(0).random((260, 28, 28, 1)).astype(np.float32)
    answers = handed_in.ask(probes.predict_with_saved_model, NAME, images)
    alone = handed_in.ask(probes.predict_with_saved_model, NAME, images[255:256])
    assert answers.shape == (260, 10)
    assert answers[255] == pytest.approx(alone[0], abs=1e-5)


def test_a_file_that_was_replaced_is_loaded_anew(folder: Path) -> None:
    assert describe(folder)["compiled"]
    import keras

    model = keras.saving.load_model(folder / NAME, compile=False)
    model.save(folder / NAME)
    assert not describe(folder)["compiled"]


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40_000])


def _flip_bytes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[50_000:50_200] = bytes(200)
    path.write_bytes(content)


def _pack_without_plan(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing")


def _pack_a_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", bytes(11 * MAX_HANDED_IN_BYTES))


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (Path.unlink, "missing"),
        (_replace_by_folder, "folder"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(bytes(MAX_HANDED_IN_BYTES + 1)), "too_large"),
        (lambda path: path.write_bytes(pickle.dumps([1])), "pickle"),
        (lambda path: path.write_text("{}"), "other_format"),
        (_truncate, "broken"),
        (_flip_bytes, "broken"),
        (_pack_without_plan, "incomplete"),
        (_pack_a_bomb, "swollen"),
    ],
)
def test_what_is_no_model_is_told_by_kind(
    folder: Path, spoil: Callable[[Path], Any], problem: str
) -> None:
    spoil(folder / NAME)
    assert describe(folder)["problem"] == problem
    handed_in = LocalNotebook({HANDED_IN_FOLDER: folder})
    images = np.zeros((1, 28, 28, 1), np.float32)
    with pytest.raises(LearnerError, match="no model to ask"):
        handed_in.ask(probes.predict_with_saved_model, NAME, images)


def test_weights_and_the_older_format_are_told_apart(folder: Path) -> None:
    import keras

    model = keras.saving.load_model(SAMPLE)
    model.save_weights(folder / "only.weights.h5")
    os.replace(folder / "only.weights.h5", folder / NAME)
    assert describe(folder)["problem"] == "weights"
    model.save(folder / "old.h5")
    os.replace(folder / "old.h5", folder / NAME)
    assert describe(folder)["problem"] == "hdf5"


def test_code_in_a_file_is_not_run(folder: Path, tmp_path: Path) -> None:
    import keras

    trace = str(tmp_path / "was here")
    layer = keras.layers.Lambda(lambda x: (open(trace, "w").close(), x)[1], output_shape=(28, 28))
    model = keras.Sequential([keras.layers.Input((28, 28)), layer])
    model.save(folder / NAME)
    Path(trace).unlink(missing_ok=True)
    assert describe(folder)["problem"] == "unsafe"
    assert not Path(trace).exists()


def test_a_class_of_the_learners_own_is_named_where_it_is_known_too(folder: Path) -> None:
    import keras

    @keras.saving.register_keras_serializable("mine")
    class Halved(keras.layers.Layer):  # type: ignore[misc] # Keras has no types
        def call(self, inputs: Any) -> Any:
            return inputs / 2

    keras.Sequential([keras.layers.Input((28, 28, 1)), Halved()]).save(folder / NAME)
    facts = describe(folder)
    assert (facts["problem"], facts["detail"]) == ("custom", "Halved")
