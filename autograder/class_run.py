"""Grades a class from beginning to end: workers, gradebook, notebooks, losses and reasons."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.class_config import write_config
from autograder.classroom import (
    Found,
    NothingToGrade,
    grade_class,
    recorded_losses,
    submitted_at,
)
from autograder.gradebook import as_records, open_gradebook
from autograder.grading import Assignment, Graded
from autograder.handed_in import read_files
from autograder.held_digits import in_class_folder
from autograder.submission import UnreadableSubmission, belongs_to
from autograder.workers import Job, Workplace, close_bench, grade_job

# Called with a title and a total; gives a context with a function that says "one more is done".
Progress = Callable[[str, int], AbstractContextManager[Callable[[], None]]]


@dataclass(frozen=True)
class ClassResult:
    """What a run over a class gave.

    Attributes:
        records: the standing of everyone, see `autograder.gradebook.as_records`.
        graded: how many submissions were graded in this run.
        unchanged: how many were recorded before and have not changed.
    """

    records: list[dict[str, Any]]
    graded: int
    unchanged: int


def no_progress(title: str, total: int) -> AbstractContextManager[Callable[[], None]]:
    """Show nothing."""
    return nullcontext(lambda: None)


def run_class(
    found: Sequence[Found],
    workplace: Workplace,
    course: Path,
    db_url: str,
    *,
    regrade: bool = False,
    progress: Progress = no_progress,
) -> ClassResult:
    """Grade submissions into the gradebook of a class folder.

    Args:
        found: what to grade.
        workplace: provides the workers; is entered here.
        course: the class folder; graded notebooks go to its ``autograded``.
        db_url: nbgrader's gradebook.
        regrade: grade again what has not changed.
        progress: shows how far it is.

    Raises:
        GradebookError: the gradebook cannot be opened or written.
        LateRuleError: the class's rule for late work does not work; points are recorded.
        SandboxError: there is no safe place to run notebooks.
    """
    graded = unchanged = 0
    # A new gradebook takes seconds to be made: the zygote imports meanwhile.
    with workplace, open_gradebook(db_url) as gradebook:
        write_config(course)
        for assignment in {one.assignment.name: one.assignment for one in found}.values():
            gradebook.register(assignment)
        with progress("Grading", len(found)) as advance:
            for outcome in grade_class(
                found, workplace, gradebook, course / "autograded", regrade=regrade
            ):
                graded += outcome.graded is not None
                unchanged += outcome.graded is None
                advance()
        times = {(one.student, one.assignment.name): submitted_at(one) for one in found}
        gradebook.penalize_late(course, times)
        mine = times.keys()
        rows = [row for row in gradebook.rows() if (row.student, row.assignment) in mine]
        lost = {key: recorded_losses(course / "autograded", *key) for key in mine}
        return ClassResult(as_records(rows, lost), graded, unchanged)


def grade_one(
    path: Path, assignments: Sequence[Assignment], *, isolated: bool = True
) -> tuple[str, Graded]:
    """Grade a single notebook file, without a gradebook.

    Returns:
        The name of its assignment, found from its cells, and the result.

    Raises:
        NothingToGrade: there is no such file, or it is of no known assignment.
        UnreadableSubmission: the file is no notebook.
    """
    if not path.is_file():
        raise NothingToGrade(f"There is no notebook {path}.")
    data = path.read_bytes()
    matches = [one for one in assignments if belongs_to(data, one.notebook())]
    if not matches:
        known = ", ".join(one.name for one in assignments)
        raise UnreadableSubmission(f"{path} is not a notebook of {known}: none of its cells are.")
    held_digits = in_class_folder(path.parent)
    workplace = Workplace((matches[0],), workers=1, isolated=isolated, held_digits=held_digits)
    with workplace:
        files = read_files(path.parent, matches[0].files)
        graded = grade_job(Job("", matches[0].name, data, files=files), workplace.setup)
        close_bench()
    return matches[0].name, graded
