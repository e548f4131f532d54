"""The reference's answers are remembered, here and for other workers."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.reference import Reference, SharedAnswers
from course.errors import NoAnswer
from course.notebook import LocalNotebook, Notebook


def counted(asked: list[Any]) -> Callable[[], Notebook]:
    def show(x: Any) -> Any:
        asked.append(x)
        return {"x": x, "array": np.arange(3), "more": np.ones((2, 2), bool)}

    return lambda: LocalNotebook({"show": show})


def test_what_was_asked_is_remembered() -> None:
    asked: list[Any] = []
    reference = Reference(counted(asked))
    first = reference.show(1)
    first["x"] = 99  # a check may change what it got
    assert reference.show(1)["x"] == 1
    assert reference.show(2)["x"] == 2
    assert asked == [1, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (1, 1.0),
        (1, True),
        ("1", 1),
        ([1], [[1]]),
        (b"a", "a"),
        (np.zeros(2, np.float32), np.zeros(2, np.float64)),
        (np.zeros(4), np.zeros((2, 2))),
        (np.float64(1), 1.0),
    ],
    ids=repr,
)
def test_questions_that_differ_are_told_apart(first: Any, second: Any) -> None:
    reference = Reference(lambda: LocalNotebook({"show": lambda x: [repr(x), str(type(x))]}))
    assert reference.show(first) != reference.show(second)


def test_another_worker_need_not_run_the_notebook(tmp_path: Path) -> None:
    asked: list[Any] = []
    one = Reference(counted(asked), SharedAnswers(tmp_path / "answers"), "01")
    answer = one.show(1)

    def never() -> Notebook:
        raise AssertionError("the notebook was run again")

    other = Reference(never, SharedAnswers(tmp_path / "answers"), "01")
    again = other.show(1)
    assert again["x"] == answer["x"]
    assert (again["array"] == answer["array"]).all()
    assert (again["more"] == answer["more"]).all()
    assert again["more"].dtype == bool
    with pytest.raises(AssertionError, match="run again"):
        other.show(2)


def test_answers_of_two_assignments_are_told_apart(tmp_path: Path) -> None:
    answers = SharedAnswers(tmp_path / "answers")
    one = Reference(lambda: LocalNotebook({"f": lambda: 1}), answers, "01")
    other = Reference(lambda: LocalNotebook({"f": lambda: 2}), answers, "02")
    assert (one.f(), other.f()) == (1, 2)


def test_an_answer_that_stays_out_is_not_remembered(tmp_path: Path) -> None:
    class Dead(LocalNotebook):
        def call(self, *_: Any) -> Any:
            raise NoAnswer("the kernel died.")

    answers = SharedAnswers(tmp_path / "answers")
    reference = Reference(lambda: Dead({}), answers)
    with pytest.raises(NoAnswer):
        reference.f()
    assert reference.failed
    assert Reference(lambda: LocalNotebook({"f": lambda: 1}), answers).f() == 1


def test_one_worker_does_it_and_the_others_wait(tmp_path: Path) -> None:
    done: list[str] = []
    entered, may_end = threading.Event(), threading.Event()

    def work() -> None:
        with SharedAnswers(tmp_path / "answers").once("01") as is_first:
            if is_first:
                entered.set()
                may_end.wait(10)
                done.append("first")
            else:
                done.append("after")

    first, second = threading.Thread(target=work), threading.Thread(target=work)
    first.start()
    assert entered.wait(10)
    second.start()
    may_end.set()
    first.join(10)
    second.join(10)
    assert done == ["first", "after"]


def test_should_the_first_fail_the_next_one_does_it(tmp_path: Path) -> None:
    answers = SharedAnswers(tmp_path / "answers")
    with pytest.raises(ZeroDivisionError), answers.once("01") as is_first:
        assert 1 / (is_first - 1)
    with answers.once("01") as is_first:
        assert is_first
    with answers.once("01") as is_first:
        assert not is_first
    with answers.once("02") as is_first:
        assert is_first
