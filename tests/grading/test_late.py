"""Late work costs what nbgrader's rules say, whoever grades."""

import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_notebook

from autograder.class_config import write_config
from autograder.gradebook import ClassGradebook, open_gradebook
from autograder.grading import Graded
from autograder.late import LateRuleError
from course.verdict import CheckResult, Verdict

DUE = datetime(2027, 3, 1, 12)
PAGE = Path(__file__).resolve().parents[2] / "site" / "teach" / "late-work.md"
ZERO_RULE, RULE_OF_THE_PAGE = re.findall(
    r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.fixture
def book(course: Any, blank_gradebook: Path, tmp_path: Path) -> Any:
    shutil.copy(blank_gradebook, tmp_path / "gradebook.db")
    write_config(tmp_path)
    with open_gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        book.as_nbgrader().update_or_create_assignment("01_tiny", duedate=DUE)
        verdict = Verdict("double", (CheckResult("What holds.", 4, True),))
        notebook = nbformat.writes(new_notebook())
        book.record("ada", course.assignments[0], Graded((verdict,), notebook))
        yield book


def penalty(book: ClassGradebook, root: Path, late_by: timedelta | None) -> float:
    book.penalize_late(root, {("ada", "01_tiny"): None if late_by is None else DUE + late_by})
    submission = book.as_nbgrader().find_submission("01_tiny", "ada")
    assert submission.score == 4
    return float(submission.late_submission_penalty)


def add_rule(root: Path, rule: str) -> None:
    config = root / "nbgrader_config.py"
    config.write_text(f"{config.read_text()}\n\n{rule}")


def test_without_a_rule_lateness_costs_nothing(book: Any, tmp_path: Path) -> None:
    assert penalty(book, tmp_path, timedelta(days=3)) == 0


def test_zero_takes_all_points_of_late_work_only(book: Any, tmp_path: Path) -> None:
    add_rule(tmp_path, ZERO_RULE)
    assert penalty(book, tmp_path, timedelta(seconds=1)) == 4
    assert penalty(book, tmp_path, timedelta(0)) == 0
    assert penalty(book, tmp_path, None) == 0, "no time, no lateness"


def test_a_rule_of_ones_own_works_as_the_page_shows_it(book: Any, tmp_path: Path) -> None:
    add_rule(tmp_path, RULE_OF_THE_PAGE)
    assert penalty(book, tmp_path, timedelta(hours=1)) == pytest.approx(0.4)
    assert penalty(book, tmp_path, timedelta(hours=25)) == pytest.approx(0.8)
    assert penalty(book, tmp_path, timedelta(days=40)) == 4


def test_a_rule_that_fails_is_told_with_its_file(book: Any, tmp_path: Path) -> None:
    add_rule(tmp_path, "raise ValueError('not today')")
    with pytest.raises(LateRuleError, match=r"nbgrader_config\.py failed: not today"):
        penalty(book, tmp_path, timedelta(days=1))


def test_a_broken_rule_harms_nobody_who_was_in_time(book: Any, tmp_path: Path) -> None:
    add_rule(tmp_path, "raise ValueError('not today')")
    assert penalty(book, tmp_path, timedelta(0)) == 0
