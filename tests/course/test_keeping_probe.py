"""Probes of saving and loading see what a learner's function left, and leave a learner's files."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course import probes
from course.notebook import LocalNotebook

IMAGES = np.random.default_rng(0).random((4, 28, 28, 1)).astype(np.float32)
NAME = "trial.keras"


@pytest.fixture(scope="module")
def keras() -> Any:
    """Import Keras once."""
    import keras

    return keras


def save(function: Any, **how: bool) -> Any:
    return LocalNotebook({"save": function}).ask(probes.spy_on_saving, "save", IMAGES, NAME, **how)


def load(function: Any, **how: bool) -> Any:
    return LocalNotebook({"load": function}).ask(probes.spy_on_loading, "load", IMAGES, NAME, **how)


@pytest.mark.parametrize("how", [{}, {"older": True}, {"as_path": True}])
def test_a_saved_model_is_the_same(how: dict[str, bool]) -> None:
    facts = save(lambda model, path: model.save(path), **how)
    assert facts["there"] == "file"
    assert facts["difference"] == 0
    assert facts["compiled"]
    assert facts["compiled_otherwise"] == []
    assert not facts["recompiled"]
    assert not facts["stale"]
    assert facts["others"] == facts["elsewhere"] == []


def test_an_older_file_that_stays_is_seen() -> None:
    facts = save(lambda model, path: None, older=True)
    assert facts["stale"]
    assert facts["difference"] != 0


def test_the_learners_own_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_text("mine")
    facts = save(lambda model, path: model.save(NAME))
    assert facts["there"] is None
    assert facts["elsewhere"] == [NAME]
    assert (tmp_path / NAME).read_text() == "mine"
    assert Path.cwd() == tmp_path


def test_what_cannot_be_loaded_is_told() -> None:
    facts = save(lambda model, path: Path(path).write_text(model.to_json()))
    assert facts["start"].startswith(b"{")
    assert facts["load_error"]


def test_a_loaded_model_is_compared_with_the_saved_one(keras: Any) -> None:
    facts = load(keras.saving.load_model)
    assert facts["difference"] <= 1e-6
    assert facts["compiled"]
    assert facts["compiled_otherwise"] == []
    assert facts["same_layers"]
    assert facts["file_kept"]


@pytest.mark.parametrize(
    ("how", "otherwise"),
    [
        ({"optimizer": "adam"}, ["optimizer"]),
        ({"loss": "categorical_crossentropy"}, ["loss", "metrics"]),
        ({"metrics": []}, ["metrics"]),
    ],
)
def test_what_was_compiled_otherwise_is_told(
    keras: Any, how: dict[str, Any], otherwise: list[str]
) -> None:
    kept = {
        "optimizer": keras.optimizers.SGD(0.02, momentum=0.5),
        "loss": "sparse_categorical_crossentropy",
        "metrics": ["accuracy"],
    }

    def compile_and_save(model: Any, path: str) -> None:
        model.compile(**kept | how)
        model.save(path)

    facts = save(compile_and_save)
    assert facts["compiled_otherwise"] == otherwise
    assert facts["recompiled"]
    assert not facts["moved"]


def test_a_file_that_was_replaced_is_read_again(keras: Any) -> None:
    assert not load(keras.saving.load_model, replaced=True)["stale"]
    assert load(cache(keras.saving.load_model), replaced=True)["stale"]


def test_a_model_from_elsewhere_is_seen(keras: Any) -> None:
    layers = keras.layers
    other = keras.Sequential(
        [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(7), layers.Dense(10)]
    )
    facts = load(lambda path: other)
    assert facts["difference"] > 1e-3
    assert not facts["same_layers"]
    assert load(lambda path: None)["type"] == "NoneType"


@pytest.mark.parametrize(
    ("returned", "text"),
    [("a.keras", "a.keras"), (Path("b.keras"), "b.keras"), (3, None), (b"c", None)],
)
def test_a_path_of_any_kind_is_read_as_text(returned: Any, text: str | None) -> None:
    notebook = LocalNotebook({"final": lambda: returned})
    assert notebook.ask(probes.name_of_file, "final") == text
