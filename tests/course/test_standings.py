"""`course.progress()` tells what passes in each section, from the notebooks as they are saved."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from course import standings

CHECKS = '''
import pytest


@pytest.mark.question("{name}_one")
class TestOne:
    hints = ("a", "b", "c")

    @pytest.mark.points(1)
    def test_it(self, learner):
        """It is one."""
        assert learner.{name}_one() == 1, "not one"

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_hidden(self, learner):
        """Only graders run this."""
        assert False, "hidden"


@pytest.mark.question("{name}_two")
class TestTwo:
    hints = ("a", "b", "c")

    @pytest.mark.points(1)
    def test_it(self, learner):
        """It is two."""
        assert learner.{name}_two() == 2, "not two"
'''


@pytest.fixture
def exercises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a course of three sections; the notebooks of two are there."""
    folder = tmp_path / "exercises"
    for section, name in (("01_first", "a"), ("02_second", "b"), ("03_third", "c")):
        path = folder / section / f"test_{section}.py"
        path.parent.mkdir(parents=True)
        path.write_text(CHECKS.format(name=name))
    write(folder / "01_first", "print('noise')\ndef a_one(): return 1", "def a_two(): return 3")
    write(folder / "02_second", "def b_one(): return 1\ndef b_two(): return 2")
    monkeypatch.setattr(standings, "INSTALLED", (folder,))
    return folder


def write(folder: Path, *cells: str) -> None:
    content = [{"cell_type": "code", "metadata": {}, "source": cell} for cell in cells]
    (folder / f"{folder.name}.ipynb").write_text(json.dumps({"cells": content}))


def test_each_section_tells_which_exercises_pass(exercises: Path) -> None:
    first, second, third = standings.run_sections(standings.find_sections(exercises))
    assert (first.passed, first.exercises) == (("a_one",), ("a_one", "a_two"))
    assert second.passed == ("b_one", "b_two")
    assert third.note == "no notebook here"


@pytest.mark.parametrize("place", [".", "01_first", ".."])
def test_notebooks_are_found_from_their_folder_and_around_it(exercises: Path, place: str) -> None:
    found = standings.find_sections(exercises / place)
    assert [section.notebook is not None for section in found] == [True, True, False]


def test_a_notebook_that_ends_the_process_costs_only_itself(exercises: Path) -> None:
    write(exercises / "01_first", "import os; os._exit(3)")
    first, second, _ = standings.run_sections(standings.find_sections(exercises))
    assert "could not be run to its end" in first.note
    assert second.passed == ("b_one", "b_two")


def test_a_notebook_that_never_ends_is_stopped(
    exercises: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standings, "_SECONDS_PER_NOTEBOOK", 10)
    write(exercises / "02_second", "while True: pass")
    first, second, _ = standings.run_sections(standings.find_sections(exercises))
    assert first.passed == ("a_one",)
    assert "could not be run to its end" in second.note


def test_the_tables_name_what_comes_next_and_that_more_is_checked() -> None:
    some = [
        standings.Standing("01_first", ("a",), ("a", "b")),
        standings.Standing("02_<b>", note="no notebook here"),
    ]
    text, page = standings.as_text(some), standings.as_html(some)
    for table in (text, page):
        assert "1 of 2 exercises, next: b" in table
        assert "no notebook here" in table
        assert "more checks are run when they are graded" in table
    assert "<b>" not in page


def test_where_there_are_no_notebooks_that_is_said(
    exercises: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "deep" / "empty"
    empty.mkdir(parents=True)
    standings.progress(empty)
    assert "There are no notebooks of this course" in capsys.readouterr().out


def test_the_command_has_help() -> None:
    command = [sys.executable, "-m", "course", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "per section what passes" in said
