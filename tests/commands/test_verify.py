"""`autograder verify` finds what does not hold: each kind of fault, told in a sentence."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from autograder import repository, verify
from autograder.workers import Workplace

pytestmark = pytest.mark.sandbox

MISTAKES = {
    "tripled": '"""Tripled.\n\nloses: 3\ntold: it should be [4]\n"""\n'
    "def double(numbers):\n    return 3 * np.asarray(numbers)\n",
    "as_text": '"""Returned a text.\n\nloses: 3\ntold: it should be an array\n"""\n'
    'def double(numbers):\n    return "4"\n',
    "worth_less": '"""Says that it loses less than it does.\n\nloses: 1\ntold: is 5\n"""\n'
    "def double(numbers):\n    return 2.5 * np.asarray(numbers)\n",
    "not_named": '"""Waits for other words.\n\nloses: 3\ntold: no such words\n"""\n'
    "def double(numbers):\n    return np.asarray(numbers)\n",
    "right": '"""No mistake at all.\n\nloses: 1\ntold: it should be\n"""\n'
    "def double(numbers):\n    return np.add(numbers, numbers)\n",
}
VARIANTS = {
    "adds": "def double(numbers):\n    return np.add(numbers, numbers)\n",
    "wrong": "def double(numbers):\n    return np.asarray(numbers) + 2\n",
}


@pytest.fixture(scope="module")
def report(course: Any, tmp_path_factory: pytest.TempPathFactory) -> verify.Report:
    """Verify the tiny course with mistakes and variants, good and bad."""
    folder = tmp_path_factory.mktemp("answers")
    for kind, files in (("mistakes", MISTAKES), ("variants", VARIANTS)):
        for name, source in files.items():
            path = folder / kind / "01_tiny" / "double" / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "MISTAKES", folder / "mistakes")
        patch.setattr(repository, "VARIANTS", folder / "variants")
        patch.setattr(verify, "Workplace", partial(Workplace, with_tensorflow=False))
        return verify.verify([course.tiny])


def _failure(report: verify.Report, name: str) -> str:
    return " ".join(failure for failure in report.failures if f" {name}: " in failure)


def test_stub_and_solution_are_where_they_should_be(report: verify.Report) -> None:
    double = report.rows[0]
    assert (double.exercise, double.points) == ("double", 4)
    assert (double.stub_points, double.solution_points) == (0, 4)


def test_a_mistake_that_is_named_and_costs_what_it_says_is_counted(report: verify.Report) -> None:
    assert _failure(report, "as_text") == ""
    assert (report.rows[0].mistakes, report.rows[0].mistakes_named) == (5, 1)


def test_a_message_that_others_get_too_names_nothing(report: verify.Report) -> None:
    assert "are told 'it should be [4]' too" in _failure(report, "tripled")


def test_a_mistake_that_costs_something_else_is_found(report: verify.Report) -> None:
    assert "loses 3 points, its file says 1" in _failure(report, "worth_less")


def test_a_mistake_that_is_not_named_is_found(report: verify.Report) -> None:
    assert "is not told 'no such words' but" in _failure(report, "not_named")


def test_a_mistake_that_passes_is_found(report: verify.Report) -> None:
    assert "loses 0 points, its file says 1" in _failure(report, "right")


def test_a_right_variant_is_accepted_and_a_wrong_one_is_not(report: verify.Report) -> None:
    assert (report.rows[0].variants, report.rows[0].variants_accepted) == (2, 1)
    assert _failure(report, "adds") == ""
    assert "earns 2 of 4" in _failure(report, "wrong")


def test_the_report_for_machines_sums_up(report: verify.Report) -> None:
    data = report.as_data()
    assert (data["assignments"], data["exercises"]) == (1, 2)
    assert (data["stubs_at_zero"], data["solutions_at_full"]) == (2, 2)
    assert (data["mistakes"], data["mistakes_named"]) == (5, 1)
    assert len(data["failures"]) == 5


def test_a_mistake_without_its_two_lines_is_told_what_to_write(
    course: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "01_tiny" / "double" / "silent.py"
    path.parent.mkdir(parents=True)
    path.write_text("def double(numbers):\n    return 0\n")
    monkeypatch.setattr(repository, "MISTAKES", tmp_path)
    with pytest.raises(Exception, match="Write `loses: 2` and `told:"):
        verify.verify([course.tiny])
