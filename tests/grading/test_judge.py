"""The judge asks question after question, in a thread of its own, and never stops on a fault."""

import threading
from pathlib import Path
from typing import Any

import pytest

from autograder.judge import Judge
from course.notebook import LocalNotebook
from course.pytest_plugin import Asked
from course.questions import ChecksError

RIGHT = {"triple": lambda number: 3 * number}


def judge_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "judge"]


def test_questions_of_all_modules_are_known(course: Any) -> None:
    with Judge([one.checks for one in course.assignments]) as judge:
        assert judge.questions == ["double", "middle", "triple"]


def test_each_asking_is_by_itself(course: Any) -> None:
    with Judge([course.other.checks]) as judge:
        asked = [judge.ask("triple", Asked(LocalNotebook(names))) for names in (RIGHT, {}, RIGHT)]
    assert [verdict.earned for verdict in asked] == [5, 0, 5]


def test_an_unknown_question_is_an_error_and_the_judge_goes_on(course: Any) -> None:
    with Judge([course.other.checks]) as judge:
        with pytest.raises(KeyError):
            judge.ask("quadruple", Asked(LocalNotebook(RIGHT)))
        assert judge.ask("triple", Asked(LocalNotebook(RIGHT))).passed


def test_a_module_that_does_not_import_is_told_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "test_09_broken.py"
    broken.write_text("import no_such_module\n")
    with pytest.raises(ChecksError, match="test_09_broken"), Judge([broken]):
        pass


def test_no_thread_is_left_when_the_judge_is_done(course: Any) -> None:
    before = judge_threads()
    with Judge([course.other.checks]):
        assert len(judge_threads()) == len(before) + 1
    assert judge_threads() == before
