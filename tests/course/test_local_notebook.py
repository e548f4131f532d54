"""A learner's own notebook, asked in its own process, answers as a graded one would."""

from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError, NoAnswer, NotDefined
from course.notebook import LocalNotebook
from course.probes.registry import find_probe, probe
from course.wire import Opaque


def notebook(**names: Any) -> LocalNotebook:
    return LocalNotebook(names)


def test_a_function_is_called_by_its_name() -> None:
    assert notebook(add=lambda a, b=1: a + b).add(2, b=3) == 5


def test_arguments_are_copies() -> None:
    def spoil(array: np.ndarray, items: list, options: dict) -> None:
        array[:] = 0
        items.clear()
        options.clear()

    array, items, options = np.ones(3), [1], {"a": 1}
    notebook(spoil=spoil).spoil(array, items, options=options)
    assert array.tolist() == [1, 1, 1]
    assert items == [1]
    assert options == {"a": 1}


def test_an_answer_is_a_copy() -> None:
    kept = np.ones(3)
    answer = notebook(give=lambda: kept).give()
    answer[:] = 0
    assert kept.tolist() == [1, 1, 1]


def test_an_answer_is_plain_data_as_when_it_is_graded() -> None:
    class Model:
        pass

    assert notebook(build=Model).build() == Opaque("Model")
    assert notebook(pair=lambda: (1, 2)).pair() == [1, 2]


def test_a_name_that_is_missing_or_no_function_is_not_defined() -> None:
    asked = notebook(normalize=3)
    for name in ("normalize", "anything"):
        with pytest.raises(NotDefined, match=f"`{name}` is not defined. Run the cell"):
            asked.call(name, (), {})


def test_an_exception_is_told_with_all_its_kinds() -> None:
    class MyError(KeyError):
        pass

    def fail() -> None:
        raise MyError("a reason")

    with pytest.raises(LearnerError) as caught:
        notebook(fail=fail).fail()
    error = caught.value
    assert (error.name, error.kind) == ("fail", "MyError")
    assert error.kinds == ("MyError", "KeyError", "LookupError", "Exception")
    assert str(error) == "`fail` raised MyError: 'a reason'"


def test_a_stub_is_said_to_be_not_written_yet() -> None:
    def stub() -> None:
        raise NotImplementedError

    with pytest.raises(LearnerError, match="`stub` is not written yet") as caught:
        notebook(stub=stub).stub()
    assert "NotImplementedError" in caught.value.kinds


def test_an_exception_that_cannot_say_what_it_is_is_told_all_the_same() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def fail() -> None:
        raise MuteError

    with pytest.raises(LearnerError, match=r"^`fail` raised MuteError$"):
        notebook(fail=fail).fail()


def test_a_long_message_of_an_exception_is_cut() -> None:
    def fail() -> None:
        raise ValueError("x" * 100_000)

    with pytest.raises(LearnerError) as caught:
        notebook(fail=fail).fail()
    assert len(str(caught.value)) < 600
    assert str(caught.value).endswith("…")


def test_an_answer_that_cannot_cross_is_no_answer() -> None:
    with pytest.raises(NoAnswer, match="cannot be read: an integer of more than 64 bits"):
        notebook(huge=lambda: 2**80).huge()


def test_names_that_python_itself_asks_for_are_no_functions_of_the_notebook() -> None:
    with pytest.raises(AttributeError):
        _ = notebook().__deepcopy__


def test_an_error_inside_a_probe_names_the_function_that_it_looked_at() -> None:
    def fail(*_: Any) -> None:
        raise ValueError("inside")

    with pytest.raises(LearnerError, match="`fail` raised ValueError: inside"):
        notebook(fail=fail).ask(probes.changed_arguments, "fail", [1])


def test_a_probe_of_a_missing_function_says_that_it_is_not_defined() -> None:
    with pytest.raises(NotDefined, match="`gone` is not defined"):
        notebook().ask(probes.changed_arguments, "gone", [1])


def test_two_probes_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match="two probes are called changed_arguments"):

        @probe
        def changed_arguments(notebook: Any) -> None:
            pass

    assert find_probe("changed_arguments") is probes.changed_arguments


def in_place(images: np.ndarray, factor: float = 1.0) -> np.ndarray:
    images /= 255
    return images


def to_float(items: list) -> list:
    items[0] = 2
    return items


@pytest.mark.parametrize(
    ("function", "arguments", "changed"),
    [
        (in_place, [np.ones((2, 2))], [0]),
        (lambda images: images / 255, [np.ones((2, 2))], []),
        (lambda a, b: b.sort(), [np.ones(2), np.array([2, 1])], [1]),
        (to_float, [[1, 2]], [0]),
        (lambda images: images.fill(np.nan), [np.full(2, np.nan)], []),
        (lambda images: images.resize((4, 1)), [np.ones((2, 2))], [0]),
        (lambda row: row["scores"].sort(), [{"scores": np.array([2.0, 1.0])}], [0]),
        (lambda row: row["scores"] + 1, [{"scores": np.array([2.0, 1.0]), "b": [np.nan]}], []),
        (lambda row: row.pop("b"), [{"a": 1, "b": 2}], [0]),
        (lambda rows: rows[0].fill(0), [[np.ones(2), np.ones(3)]], [0]),
    ],
    ids=[
        *("in place", "fresh", "second", "list", "nan stays nan", "shape"),
        *("array in a dict", "untouched dict", "key lost", "array in a list"),
    ],
)
def test_an_argument_that_was_changed_is_found(
    function: Any, arguments: list, changed: list[int]
) -> None:
    asked = notebook(function=function)
    assert asked.ask(probes.changed_arguments, "function", *arguments) == changed
