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
# Those who do not use up their time, and of these every eighth: a minute is all that they may take.
SOME = [one for one in ALL if not one.waits][::8]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder with a short path, since the names of sockets have to be short."""
    made = Path(tempfile.mkdtemp(prefix="h-", dir="/tmp"))
    made.chmod(0o711)
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


def test_some_strangers_gain_nothing_and_harm_nobody(course: Any, alone: Run, folder: Path) -> None:
    run = grade(course, SOME, folder / "some")
    assert {one.name: found for one in SOME if (found := faults(one, run))} == {}
    assert harmed(alone, run) == []
    assert alone.changed == run.changed == []
    assert alone.left_behind == run.left_behind == []
    assert run.heard == []


def test_every_group_is_there() -> None:
    groups = [one.name.split("/")[0] for one in ALL]
    assert {group: groups.count(group) >= 15 for group in groups} == {
        "takes": True,
        "forges": True,
        "breaks": True,
        "broken": True,
    }


@pytest.mark.proof
def test_it_is_written_down(alone: Run, beside: Run) -> None:
    scores = {one: getattr(result_of(one, beside), "score", 0) for one in ALL}
    counts = {
        "tried": len(ALL),
        "contained": sum(not faults(one, beside) for one in ALL),
        "points_gained": sum(max(0, score - one.earns) for one, score in scores.items()),
        "grades_lost": sum(score < one.earns for one, score in scores.items()),
        "neighbours_harmed": len(harmed(alone, beside)),
    }
    write_part("class", **counts)
    assert counts["tried"] == len(ALL)


@pytest.mark.proof
@pytest.mark.parametrize("stranger", ALL, ids=lambda stranger: stranger.name)
def test_a_stranger_gains_nothing_and_is_told_what_happened(
    stranger: Stranger, beside: Run
) -> None:
    assert faults(stranger, beside) == []


@pytest.mark.proof
def test_neighbours_fare_as_they_do_alone(
    course: Any, alone: Run, beside: Run, folder: Path
) -> None:
    harm = harmed(alone, beside)
    if harm:
        guilty = culprits(course, alone, ALL, folder)
        pytest.fail(f"{harm}\nThis is done by {[one.name for one in guilty]}.")


def culprits(course: Any, alone: Run, who: list[Stranger], folder: Path) -> list[Stranger]:
    """Return who of the strangers harms neighbours, by grading ever fewer of them."""
    if not harmed(alone, grade(course, who, Path(tempfile.mkdtemp(dir=folder)))):
        return []
    if len(who) == 1:
        return who
    half = len(who) // 2
    parts = who[:half], who[half:]
    return [one for part in parts for one in culprits(course, alone, part, folder)]


@pytest.mark.proof
def test_nothing_of_the_graders_is_changed(alone: Run, beside: Run) -> None:
    assert alone.changed == beside.changed == []


@pytest.mark.proof
def test_nothing_is_left_behind(alone: Run, beside: Run) -> None:
    assert alone.left_behind == beside.left_behind == []


@pytest.mark.proof
def test_nobody_outside_is_reached(beside: Run) -> None:
    assert beside.heard == []
