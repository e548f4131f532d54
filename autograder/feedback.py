"""Feedback pages and exports, made by nbgrader from what is in its gradebook."""

import csv
import logging
import re
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from autograder.gradebook import open_gradebook
from autograder.nbgrader_plugin import configure
from autograder.repository import ROOT

_COLUMNS = (
    "assignment duedate timestamp student_id last_name first_name email raw_score "
    "late_submission_penalty score max_score"
).split()


class FeedbackError(RuntimeError):
    """nbgrader could not make a page; the message says whose."""


def make_feedback(course: Path, assignments: list[str], db_url: str) -> list[Path]:
    """Write a feedback page for each graded submission.

    Args:
        course: the folder of the class.
        assignments: their names.
        db_url: the gradebook.

    Returns:
        The pages.

    Raises:
        FeedbackError: nbgrader failed for someone; all others have their pages.
    """
    config = _config(course, db_url)
    api = NbGraderAPI(config=config)
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    failed = []
    for name in assignments:
        if not list((course / "autograded").glob(f"*/{name}/*.ipynb")):
            continue
        result = api.generate_feedback(name, force=True)
        if not result["success"]:
            log = str(result.get("error") or result.get("log", ""))
            students = re.findall(rf"assignment '{re.escape(name)}' for student '(.*)'", log)
            last = "\n".join(log.splitlines()[-3:])
            failed.append(
                f"of {', '.join(students)} in {name}" if students else f"of {name}: {last}"
            )
    if failed:
        raise FeedbackError(
            f"nbgrader could not write the feedback {'; '.join(failed)}. All other pages are "
            "written. `nbgrader generate_feedback` says more."
        )
    return sorted((course / "feedback").glob("*/*/*.html"))


def export_csv(path: Path, db_url: str) -> None:
    """Write a class table for an LMS or a spreadsheet, with the columns of nbgrader's own.

    There is a line for everyone in each assignment. nbgrader's own export quotes nothing: a comma
    or a new line in a name would make columns or lines of it.
    """
    with (
        open_gradebook(db_url) as gradebook,
        path.open("w", newline="", encoding="utf-8") as file,
    ):
        book = gradebook.as_nbgrader()
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for assignment in book.assignments:
            for student in book.students:
                writer.writerow(_line(book, assignment, student))


def _line(book: Gradebook, assignment: Assignment, student: Student) -> list[Any]:
    names = (student.id, student.last_name, student.first_name, student.email)
    try:
        submission = book.find_submission(assignment.name, student.id)
    except MissingEntry:
        timestamp, raw, penalty = None, 0.0, 0.0
    else:
        timestamp, raw = submission.timestamp, submission.score
        penalty = submission.late_submission_penalty
    return [
        *(assignment.name, assignment.duedate, timestamp, *map(_no_formula, names)),
        *(raw, penalty, max(0.0, raw - penalty), assignment.max_score),
    ]


def _no_formula(name: str | None) -> str | None:
    """Have a name that begins like a formula taken for text: a spreadsheet would compute it."""
    return f"'{name}" if name and name.startswith(("=", "+", "-", "@", "\t", "\r")) else name


def _config(course: Path, db_url: str) -> Config:
    config = Config()
    configure(config, course, ROOT)
    config.CourseDirectory.db_url = db_url
    return config
