"""A class of the hostile and the broken: none gains, none harms, each is told what happened."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from experiment import Run, faults, grade, harmed, result_of
from strangers import Stranger, strangers
from summary import write_part

pytestmark = pytest.mark.sandbox
ALL = strangers()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder with a short path, since the names of sockets have to be short."""
    made = Path(tempfile.mkdtemp(prefix="h-", dir="/tmp"))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def alone(course: Any, folder: Path) -> Run:
    """Grade the neighbours by themselves."""
    return grade(course, [], folder / "alone")


@pytest.fixture(scope="module")
def beside(course: Any, folder: Path) -> Run:
    """Grade the neighbours among all strangers."""
    return grade(course, ALL, folder / "beside")


@pytest.fixture(scope="module", autouse=True)
def counted(alone: Run, beside: Run) -> None:
    """Write down how it went, for the table at the end of `make test-hostile`."""
    scores = {one: getattr(result_of(one, beside), "score", 0) for one in ALL}
    write_part(
        "class",
        tried=len(ALL),
        contained=sum(not faults(one, beside) for one in ALL),
        points_gained=sum(max(0, score - one.earns) for one, score in scores.items()),
        grades_lost=sum(score < one.earns for one, score in scores.items()),
        neighbours_harmed=len(harmed(alone, beside)),
    )


@pytest.mark.parametrize("stranger", ALL, ids=lambda stranger: stranger.name)
def test_a_stranger_gains_nothing_and_is_told_what_happened(
    stranger: Stranger, beside: Run
) -> None:
    assert faults(stranger, beside) == []


def test_neighbours_fare_as_they_do_alone(
    course: Any, alone: Run, beside: Run, folder: Path
) -> None:
    harm = harmed(alone, beside)
    if harm:
        guilty = culprits(course, alone, ALL, folder)
        pytest.fail(f"{harm}\nThis is done by {[one.name for one in guilty]}.")


def culprits(course: Any, alone: Run, who: list[Stranger], folder: Path) -> list[Stranger]:
    """Return who of the strangers harms neighbours, by grading ever fewer of them."""
    run = grade(course, who, Path(tempfile.mkdtemp(dir=folder)))
    if not harmed(alone, run):
        return []
    if len(who) == 1:
        return who
    half = len(who) // 2
    return [
        one for part in (who[:half], who[half:]) for one in culprits(course, alone, part, folder)
    ]


def test_nothing_of_the_graders_is_changed(alone: Run, beside: Run) -> None:
    assert alone.changed == beside.changed == []


def test_nothing_is_left_behind(alone: Run, beside: Run) -> None:
    assert alone.left_behind == beside.left_behind == []


def test_nobody_outside_is_reached(beside: Run) -> None:
    assert beside.heard == []


def test_every_group_is_there() -> None:
    groups = [one.name.split("/")[0] for one in ALL]
    assert len(ALL) >= 60
    assert {group: groups.count(group) >= 12 for group in groups} == dict.fromkeys(groups, True)
