"""`nbgrader autograde` on a class folder gives what `autograder grade` gives."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from autograder import nbgrader_plugin, repository
from autograder.workers import close_bench

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),  # nbgrader's own
]
STUDENTS = ("cleo", "dan", "eve")

WRONG = "def middle(numbers):\n    return 3"


@pytest.fixture(scope="module")
def graded_by_nbgrader(
    course: Any, zygote: Any, blank_gradebook: Path, tmp_path_factory: Any
) -> Iterator[Path]:
    """Have nbgrader grade a class folder and write its feedback; return the folder."""
    root: Path = tmp_path_factory.mktemp("nbgrader")
    shutil.copy(blank_gradebook, root / "gradebook.db")
    odd = course.solved(middle=WRONG)
    for cell in odd.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "check-middle":
            cell.metadata.nbgrader.points = 1_000
    removed = course.solved()
    removed.cells = [
        cell
        for cell in removed.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") != "check-double"
    ]
    for student, notebook in (
        ("cleo", odd),
        ("dan", removed),
        ("eve", course.solved(middle="import os\nos._exit(1)")),
    ):
        path = root / "submitted" / student / "01_tiny" / "01_tiny.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook))
    config = Config()
    nbgrader_plugin.configure(config, root, course.root)
    config.CourseDirectory.source_directory = str(root / "source")
    finders = [f for f in sys.meta_path if "Rewriting" not in type(f).__name__]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "SOLUTIONS", course.root / "solutions")
        patch.setattr(repository, "CHECKS", course.root / "checks")
        patch.setattr(nbgrader_plugin, "_zygote", lambda: zygote.address)
        patch.setattr("sys.meta_path", finders)
        api = NbGraderAPI(config=config)
        for student in STUDENTS:
            result = api.autograde("01_tiny", student, force=True)
            assert result["success"], result
        result = api.generate_feedback("01_tiny", force=True)
        assert result["success"], result
        yield root
        close_bench()


def scores(root: Path) -> dict[str, dict[str, float | None]]:
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        return {
            submission.student.id: {
                grade.name: grade.auto_score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in book.assignment_submissions("01_tiny")
        }


def test_nbgrader_gives_the_points_that_the_judge_gives(graded_by_nbgrader: Path) -> None:
    points = {
        student: (cells["check-double"], cells["check-middle"])
        for student, cells in scores(graded_by_nbgrader).items()
    }
    assert points == {"cleo": (4, 1), "dan": (0, 2), "eve": (4, 0)}


def test_what_is_graded_by_hand_waits_for_a_person(graded_by_nbgrader: Path) -> None:
    with Gradebook(f"sqlite:///{graded_by_nbgrader / 'gradebook.db'}") as book:
        submission = book.find_submission("01_tiny", "cleo")
        assert submission.needs_manual_grade
        assert (submission.score, submission.max_score) == (5, 8)


def feedback(root: Path) -> dict[str, str]:
    """Return the page of each student."""
    return {
        path.parts[-3]: path.read_text(encoding="utf-8")
        for path in (root / "feedback").glob("*/01_tiny/*.html")
    }


def test_feedback_begins_with_points_and_reasons(graded_by_nbgrader: Path) -> None:
    page = feedback(graded_by_nbgrader)["cleo"]
    rows = {row[0]: row[1:] for row in summary(page)}
    assert rows["double"] == ["4 of 4", ""]
    points, why = rows["middle"]
    assert points == "1 of 2"
    assert "agrees with the reference" in why


def test_a_question_that_waits_is_not_shown_as_worth_nothing(graded_by_nbgrader: Path) -> None:
    page = feedback(graded_by_nbgrader)["cleo"]
    (row,) = (row for row in summary(page) if row[0] not in ("double", "middle"))
    assert row[1:] == ["? of 2", "waits for a person to grade it"]


def test_a_question_that_was_graded_has_its_points(
    graded_by_nbgrader: Path, tmp_path: Path
) -> None:
    url = f"sqlite:///{shutil.copy(graded_by_nbgrader / 'gradebook.db', tmp_path)}"
    with Gradebook(url) as book:
        (grade,) = (
            grade
            for grade in book.find_submission("01_tiny", "cleo").notebooks[0].grades
            if grade.needs_manual_grade
        )
        name = grade.name
        grade.manual_score, grade.needs_manual_grade = 0, False
        book.db.commit()
    (path,) = (graded_by_nbgrader / "autograded" / "cleo").rglob("*.ipynb")
    names = {"notebook": "01_tiny", "assignment": "01_tiny", "student": "cleo", "db_url": url}
    notebook, _ = nbgrader_plugin.GetStandings().preprocess(
        nbformat.read(path, as_version=4), {"nbgrader": names}
    )
    (ours,) = (
        cell.metadata.nbgrader
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )
    assert (ours.score, ours.waits) == (0, False)


def summary(page: str) -> list[list[str]]:
    """Return the text of the table at a page's top, by row and cell, without its header."""
    rows = BeautifulSoup(page, "html.parser").select("table.summary tr")
    return [[cell.get_text().strip() for cell in row.select("td")] for row in rows[1:]]


def test_nbgraders_feedback_has_the_reasons_and_no_secret(graded_by_nbgrader: Path) -> None:
    pages = feedback(graded_by_nbgrader)
    assert set(pages) == set(STUDENTS)
    assert "The middle of digits agrees with the reference" in pages["cleo"]
    assert "the kernel died" in pages["eve"]
    for page in pages.values():
        assert "the secret of the mark scheme" not in page
        assert "15669" not in page


def test_a_missing_check_cell_is_spoken_of(graded_by_nbgrader: Path) -> None:
    with Gradebook(f"sqlite:///{graded_by_nbgrader / 'gradebook.db'}") as book:
        (notebook,) = book.find_submission("01_tiny", "dan").notebooks
        (comment,) = (one for one in notebook.comments if one.name == "double")
        assert "is missing from the notebook" in comment.comment
