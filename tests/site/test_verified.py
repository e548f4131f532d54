"""The page about the checks shows what `autograder verify --write` found, of today's checks."""

import ast
import json
from pathlib import Path

import pytest

from autograder import repository, verify
from autograder.chance import ENOUGH, Spread
from autograder.website import verified_tables

PUBLISHED = json.loads(repository.VERIFIED.read_text(encoding="utf-8"))
NAMES = repository.assignment_names()
_LEAST_SHARE = 0.85  # of the mistakes of a section, that the published run has tried


def report(*, accepted: int = 5, distance: float = 5.0) -> verify.Report:
    row = verify.Row("01_tiny", "double", 4, 0, 4, 3, 3, 5, accepted)
    quantity = "accuracy"
    spread = Spread("01_tiny", "double", quantity, 60, 0.9, 0.01, 0.87, 0.88, 0.85, distance)
    return verify.Report((row,), (), (spread,), seeds=30)


def test_sections_are_published_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "verified.json"
    verify.publish("02_other", report(), path)
    verify.publish("01_tiny", report(accepted=2), path)
    assert list(json.loads(path.read_text())) == ["01_tiny", "02_other"]
    (tiny, other) = verified_tables.trials_table(path).splitlines()[2:]
    assert tiny.startswith("| 01_tiny | 1 | 3 of 3 | 6 | 30 | 3 |")
    assert other.startswith("| 02_other | 1 | 3 of 3 | 6 | 30 | 0 |")


def test_what_chance_does_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "verified.json"
    verify.publish("01_tiny", report(), path)
    verify.publish("02_other", report(distance=float("inf")), path)
    first, second = verified_tables.chance_table(path).splitlines()[2:]
    assert first == "| 01_tiny double | accuracy | 60 | 0.870 | 0.880 | 0.85 | 5.0 |"
    assert second.endswith("| no spread |")


def test_without_the_file_the_page_says_how_to_make_it(tmp_path: Path) -> None:
    for table in (verified_tables.trials_table, verified_tables.chance_table):
        assert "autograder verify --seeds 30 --write" in table(tmp_path / "verified.json")


def test_reports_of_several_sections_are_joined() -> None:
    both = verify.joined([report(), report()])
    assert (len(both.rows), len(both.spreads), both.seeds) == (2, 2, 30)


def test_all_sections_are_published() -> None:
    assert list(PUBLISHED) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_misjudged_with_thirty_seeds(name: str) -> None:
    found = PUBLISHED[name]
    assert found["failures"] == []
    assert found["seeds"] >= 30
    assert all(one["distance"] is None or one["distance"] >= ENOUGH for one in found["spreads"])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_published_is_about_the_checks_as_they_are(name: str) -> None:
    # What came later was not tried. Exercises and measured quantities have to be; of mistakes a few
    # may be younger, or each new one would cost its author a run of hours.
    (assignment,) = repository.load_assignments([name])
    found = {row["exercise"]: row for row in PUBLISHED[name]["rows"]}
    assert set(found) == set(assignment.questions().values())
    files = list((repository.MISTAKES / name).glob("*/*.py"))
    tried = sum(row["mistakes"] for row in found.values())
    assert _LEAST_SHARE * len(files) <= tried <= len(files)
    quantities = {spread["quantity"] for spread in PUBLISHED[name]["spreads"]}
    assert quantities == measured_in(repository.checks_path(name))


def measured_in(checks: Path) -> set[str]:
    """Return the quantities that a check module compares with thresholds."""
    return {
        ast.literal_eval(node.args[0])
        for node in ast.walk(ast.parse(checks.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("reaches", "stays_below")
    }
