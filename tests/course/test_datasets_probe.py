"""The probe of loaders tells what came back, in little, and helps Keras where nothing downloads."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course import probes, wire
from course.data import load_sample
from course.errors import LearnerError, NotDefined
from course.notebook import LocalNotebook


def describe(load: Callable[[], Any]) -> dict[str, Any]:
    facts: dict[str, Any] = LocalNotebook({"load": load}).ask(
        probes.describe_dataset_returned, "load"
    )
    return facts


def test_two_pairs_are_told_in_facts() -> None:
    facts = describe(load_sample)
    assert facts["type"] == "tuple"
    (images, labels), (test_images, _) = facts["parts"]
    assert images == {"shape": [4000, 28, 28], "dtype": "uint8", "low": 0, "high": 255}
    assert labels == {"shape": [4000], "dtype": "uint8", "low": 0, "high": 9}
    assert test_images["shape"] == [1000, 28, 28]
    assert facts["shared"] == 0
    assert [part["counts"] for part in facts["sets"]] == [[400] * 10, [100] * 10]


def test_ink_belongs_to_its_class() -> None:
    images = np.stack([np.full((2, 3), value, np.uint8) for value in (200, 10, 1)])
    labels = np.array([4, 0, 4])
    (ink, _) = (part["ink"] for part in describe(lambda: ((images, labels),) * 2)["sets"])
    assert (ink[4], ink[0], sum(ink)) == (6 * 201, 60, 6 * 211)


def test_the_full_set_fits_through_the_bridge() -> None:
    images, labels = np.zeros((60_000, 28, 28), np.uint8), np.zeros(60_000, np.uint8)
    with pytest.raises(wire.WireError):
        wire.encode((images, images[:10_000]))
    facts = describe(lambda: ((images, labels), (images[:10_000], labels[:10_000])))
    assert facts["shared"] == 10_000


@pytest.mark.parametrize(
    ("returned", "kind"),
    [(None, "NoneType"), ({"x_train": 1}, "dict"), ((1, 2), "tuple"), ([[1], None], "list")],
)
def test_anything_else_is_told_as_well(returned: Any, kind: str) -> None:
    facts = describe(lambda: returned)
    assert facts["type"] == kind
    assert "sets" not in facts


def test_an_iterator_is_taken_apart() -> None:
    assert describe(lambda: iter(load_sample()))["shared"] == 0


def test_many_items_are_told_as_one() -> None:
    (images, _), _ = load_sample()
    facts = describe(lambda: images)
    assert [part["shape"] for part in facts["parts"]] == [[4000, 28, 28]]


def test_labels_that_do_not_fit_make_no_set() -> None:
    images = np.zeros((3, 2, 2))
    bad_labels = (np.zeros(2, int), np.eye(3), np.array(["1", "2", "3"]), np.array([0, 1, 10]))
    for labels in bad_labels:
        assert describe(lambda labels=labels: ((images, labels),) * 2)["sets"] == [None, None]


def test_an_error_of_the_learners_is_told() -> None:
    def load() -> Any:
        raise FileNotFoundError("mnist.npz")

    with pytest.raises(LearnerError) as caught:
        describe(load)
    assert (caught.value.name, caught.value.kind) == ("load", "FileNotFoundError")
    with pytest.raises(NotDefined):
        LocalNotebook({}).ask(probes.describe_dataset_returned, "load")


def _described_where_keras_fails(fallback: Callable[[], Any]) -> dict[str, Any]:
    def load() -> Any:
        from keras.datasets import mnist

        try:
            return mnist.load_data()
        except Exception:
            return fallback()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("keras.datasets.mnist.load_data", load_sample)
        return describe(load)


def test_what_comes_where_keras_fails_is_described_too() -> None:
    facts = _described_where_keras_fails(lambda: [1, 2, 3])
    assert len(facts["parts"]) == 2
    assert len(facts["offline"]["parts"]) == 3


def test_a_loader_may_fail_where_keras_fails() -> None:
    assert _described_where_keras_fails(lambda: 1 / 0)["offline"] is None


_OFFLINE = """
import numpy as np
import keras.src.datasets.mnist as loader
from keras.datasets.mnist import load_data
from course import probes
from course.notebook import LocalNotebook
def refuse(*args, **kwargs):
    raise Exception("URL fetch failure on a file: None -- no network")
loader.get_file = refuse
facts = LocalNotebook({"load": load_data}).ask(probes.describe_dataset_returned, "load")
assert facts["parts"][0][0]["shape"] == [4000, 28, 28], facts
assert loader.get_file is refuse
"""


def test_kerass_own_loader_is_described_without_a_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MNIST_PATH", raising=False)
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
