"""The test set is opened once, by the final evaluation, and by nothing before."""

import ast
from pathlib import Path

import numpy as np
import pytest

from autograder.results import digits, evaluation
from autograder.results.digits import SecondLook, TestSet
from autograder.results.evaluation import Frozen, ModelChanged

PACKAGE = Path(digits.__file__).parent


class Forbidden:
    """Test arrays that nobody may look at."""

    def __getattribute__(self, name):
        raise AssertionError("the test set was looked at")

    def __iter__(self):
        raise AssertionError("the test set was looked at")

    def __getitem__(self, key):
        raise AssertionError("the test set was looked at")


TRAIN = np.zeros((3, 28, 28), np.uint8), np.arange(3, dtype=np.uint8)
TEST = np.ones((2, 28, 28), np.uint8), np.arange(2, dtype=np.uint8)


def test_the_loader_of_training_digits_returns_no_test_digits(monkeypatch):
    monkeypatch.setattr(digits, "load_mnist", lambda: (TRAIN, Forbidden()))
    images, labels = digits.training_digits()
    assert images is TRAIN[0]
    assert labels is TRAIN[1]


def test_the_file_that_fits_read_holds_training_digits_only(tmp_path):
    path = tmp_path / "training.npz"
    digits.write_training_file(path, *TRAIN)
    with np.load(path) as arrays:
        assert set(arrays) == {"images", "labels"}
    assert np.array_equal(digits.read_training_file(path)[1], TRAIN[1])


def test_a_second_look_is_refused(monkeypatch):
    monkeypatch.setattr(digits, "load_mnist", lambda: (Forbidden(), TEST))
    test_set = TestSet()
    assert test_set.opened == 0
    assert test_set.open() is TEST
    with pytest.raises(SecondLook, match="opened already"):
        test_set.open()
    assert test_set.opened == 1


def test_only_the_loaders_module_loads_digits_and_only_the_evaluation_opens_the_test_set():
    loaders, openers, makers = set(), set(), set()
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom | ast.Import):
                names = {alias.name for alias in node.names}
                if names & {"load_mnist", "load_sample", "load_labels", "mnist"}:
                    loaders.add(path.stem)
                if isinstance(node, ast.ImportFrom) and node.module == "course.data":
                    assert names <= {"UInt8Array", "load_mnist", "load_sample"}, path
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called.endswith("test_set.open"):
                    openers.add(path.stem)
                if called.endswith("TestSet"):
                    makers.add(path.stem)
    assert loaders == {"digits"}
    assert openers == {"evaluation"}
    assert makers == {"runner"}


def test_models_that_changed_since_they_were_frozen_leave_the_test_set_closed(tmp_path):
    test_set = TestSet()
    (tmp_path / "k.keras").write_bytes(b"another model")
    with pytest.raises(ModelChanged, match="not the model that was frozen"):
        evaluation.evaluate([Frozen("k", "0" * 64)], tmp_path, test_set)
    assert test_set.opened == 0


def test_the_full_set_is_told_from_others(monkeypatch):
    with pytest.raises(digits.NotTheFullSet, match="MNIST_PATH"):
        digits.demand_full_set(*TRAIN)
