"""Writes results into nbgrader's own gradebook, each submission in one transaction.

nbgrader's tables are the truth about a class: formgrader, feedback and export read them. What it
learns here is what `nbgrader autograde` would have written, and the reasons besides.
"""

import glob
import html
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import nbgrader
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from nbgrader import preprocessors
from nbgrader.api import (
    Base,
    Comment,
    Grade,
    Gradebook,
    InvalidEntry,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from tornado.log import app_log

from autograder.grading import Assignment, Graded
from autograder.late import penalize
from course.verdict import Verdict

# nbgrader's own steps from a source notebook to the cells that its database knows.
_STEPS_TO_CELLS = (
    preprocessors.LockCells,
    preprocessors.ClearSolutions,
    preprocessors.ClearOutput,
    preprocessors.CheckCellMetadata,
    preprocessors.ComputeChecksums,
    preprocessors.SaveCells,
)


class GradebookError(RuntimeError):
    """The gradebook cannot be opened or written; the message says which and what to do."""


@dataclass(frozen=True)
class Row:
    """The standing of one student in one assignment.

    Attributes:
        score: automatic and manual points together.
        max_score: all points, those given by hand included.
        needs_manual_grade: True while answers wait for a person.
    """

    student: str
    assignment: str
    score: float
    max_score: float
    auto_score: float
    max_auto_score: float
    needs_manual_grade: bool


@contextmanager
def open_gradebook(db_url: str) -> Iterator["ClassGradebook"]:
    """Open nbgrader's gradebook; it is made if it is not there.

    Args:
        db_url: such as ``sqlite:///gradebook.db`` or a PostgreSQL address.

    Raises:
        GradebookError: it cannot be opened or written.
    """
    # nbgrader runs `alembic` to set up a new database and does not find it in a virtual
    # environment that is not active; the database would then lack its version for ever.
    interpreter_folder = str(Path(sys.executable).parent)
    if interpreter_folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = interpreter_folder + os.pathsep + os.environ.get("PATH", "")
    try:
        _make_whole(db_url)
        gradebook = Gradebook(db_url)
    except (SQLAlchemyError, OSError) as error:
        raise GradebookError(f"The gradebook {db_url} cannot be opened: {_short(error)}") from error
    app_log.addFilter(_is_news)
    try:
        yield ClassGradebook(gradebook, db_url)
    # nbgrader turns some faults of the database into entries that are not valid.
    except (SQLAlchemyError, InvalidEntry) as error:
        raise GradebookError(
            f"The gradebook {db_url} cannot be written: {_short(error)}. What was recorded before "
            "is kept: mend this, and run the same command again."
        ) from error
    finally:
        app_log.removeFilter(_is_news)
        gradebook.close()


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out the traceback of a fault that is raised besides, and told in a sentence."""
    return not record.getMessage().startswith("Rolling back session")


def _make_whole(db_url: str) -> None:
    """Make a new SQLite gradebook under another name, and give it its own when it is whole.

    nbgrader takes any database that has a table for a complete one, so one whose making was broken
    off would lack its version for ever.
    """
    url = make_url(db_url)
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return
    path = Path(url.database)
    for left_over in path.parent.glob(f"{glob.escape(path.name)}.new*"):
        left_over.unlink()
    if path.exists() or not path.parent.is_dir():
        return
    new = path.with_name(f"{path.name}.new")
    engine = create_engine(url.set(database=str(new)))
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        # nbgrader asks a process of its own for the version, for as long as TensorFlow's import.
        versions = ScriptDirectory(str(Path(nbgrader.__file__).with_name("alembic")))
        MigrationContext.configure(connection).stamp(versions, "head")
    engine.dispose()
    new.replace(path)


class ClassGradebook:
    """A class's gradebook: assignments in, results in, standings out."""

    def __init__(self, gradebook: Gradebook, db_url: str) -> None:
        self._gradebook = gradebook
        self._db_url = db_url

    def register(self, assignment: Assignment) -> None:
        """Make an assignment known, or bring its points and texts up to date.

        Raises:
            GradebookError: cells were added or removed after submissions had been graded.
        """
        self._gradebook.update_or_create_assignment(assignment.name)
        notebook = assignment.notebook()
        resources = {
            "nbgrader": {
                "assignment": assignment.name,
                "notebook": assignment.name,
                "db_url": self._db_url,
            }
        }
        try:
            for step in _STEPS_TO_CELLS:
                notebook, resources = step().preprocess(notebook, resources)
        except RuntimeError as error:
            raise GradebookError(
                f"{assignment.name} has other cells now than when submissions were graded, and "
                "nbgrader cannot change a graded assignment. Use a new gradebook, or remove the "
                f"assignment with `nbgrader db assignment remove {assignment.name}`."
            ) from error
        self._gradebook.db.expire_all()  # SaveCells wrote through a connection of its own

    def record(
        self,
        student: str,
        assignment: Assignment,
        graded: Graded,
        submitted_at: datetime | None = None,
    ) -> None:
        """Write one result, in one transaction. What a person graded before is kept.

        Points are written to the cells that the gradebook knows, so nothing that a submission
        claims about its cells has any effect.
        """
        database = self._gradebook.db
        verdicts = {verdict.question: verdict for verdict in graded.verdicts}
        try:
            submission = self._submission(student, assignment.name)
            if submitted_at is not None:
                submission.timestamp = submitted_at
            (notebook,) = submission.notebooks
            for grade in notebook.grades:
                _write_score(grade, verdicts.get(grade.name.removeprefix("check-")))
            for comment in notebook.comments:
                comment.auto_comment = _comment(verdicts.get(comment.name))
            database.commit()
        except BaseException:
            database.rollback()
            raise

    def penalize_late(self, course: Path, times: Mapping[tuple[str, str], datetime | None]) -> None:
        """Bring penalties for late work up to date, in one transaction.

        Args:
            course: the class folder, whose configuration has the rule.
            times: when which student's assignment was handed in; None where that is not known.

        Raises:
            LateRuleError: the class's rule does not work.
        """
        database = self._gradebook.db
        submissions = []
        for (student, assignment), submitted_at in times.items():
            if not self.has(student, assignment):
                continue
            submission = self._gradebook.find_submission(assignment, student)
            submission.timestamp = submitted_at
            submissions.append(submission)
        try:
            penalize(course, submissions)
            database.commit()
        except BaseException:
            database.rollback()
            raise

    def as_nbgrader(self) -> Gradebook:
        """Return nbgrader's own object, for its exporters."""
        return self._gradebook

    def has(self, student: str, assignment: str) -> bool:
        """Tell whether there is a result already."""
        try:
            self._gradebook.find_submission(assignment, student)
        except MissingEntry:
            return False
        return True

    def rows(self) -> list[Row]:
        """Return the standing of everyone in everything, by student and assignment."""
        rows = []
        for student in sorted(self._gradebook.students, key=lambda student: student.id):
            for submission in sorted(student.submissions, key=lambda sub: sub.name):
                grades = [grade for book in submission.notebooks for grade in book.grades]
                automatic = [grade for grade in grades if grade.name.startswith("check-")]
                rows.append(
                    Row(
                        student.id,
                        submission.name,
                        submission.score,
                        submission.max_score,
                        sum(grade.score for grade in automatic),
                        sum(grade.max_score for grade in automatic),
                        submission.needs_manual_grade,
                    )
                )
        return rows

    def exercise_scores(self) -> Iterator[tuple[str, str, float, float]]:
        """Yield assignment, exercise, score and maximum for everyone, in the notebooks' order."""
        for assignment in sorted(self._gradebook.assignments, key=lambda one: one.name):
            for submission in assignment.submissions:
                for notebook in submission.notebooks:
                    for grade in notebook.grades:
                        exercise = grade.name.removeprefix("check-")
                        yield assignment.name, exercise, grade.score, grade.max_score

    def _submission(self, student_id: str, assignment_name: str) -> SubmittedAssignment:
        """Return a submission with all its grade and comment rows; make what is not there."""
        database = self._gradebook.db
        assignment = self._gradebook.find_assignment(assignment_name)
        student = database.get(Student, student_id)
        if student is None:
            student = Student(id=student_id)
            database.add(student)
        submission = (
            database.query(SubmittedAssignment)
            .filter_by(assignment_id=assignment.id, student_id=student_id)
            .one_or_none()
        )
        if submission is not None:
            return submission
        with database.no_autoflush:  # the rows are whole only together
            submission = SubmittedAssignment(assignment=assignment, student=student)
            for notebook in assignment.notebooks:
                submitted = SubmittedNotebook(notebook=notebook, assignment=submission)
                for cell in [*notebook.grade_cells, *notebook.task_cells]:
                    Grade(cell_id=cell.id, notebook=submitted)
                for cell in [*notebook.solution_cells, *notebook.task_cells]:
                    Comment(cell_id=cell.id, notebook=submitted)
            database.add(submission)
        database.flush()
        return submission


def _write_score(grade: Any, verdict: Verdict | None) -> None:
    """Write an automatic score; a cell without a verdict waits for a person."""
    grade.auto_score = None if verdict is None else float(verdict.earned)
    # nbgrader's rule: whoever graded by hand before has to look again.
    grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None


def _comment(verdict: Verdict | None) -> str | None:
    """Return the reasons for lost points, safe to be shown as the Markdown that comments are."""
    if verdict is None or not verdict.reasons():
        return None
    lost = verdict.points - verdict.earned
    text = "\n".join(
        [f"{verdict.earned} of {verdict.points} points; {lost} lost:"]
        + [f"- {reason}" for reason in verdict.reasons()]
    )
    return f'<pre style="white-space: pre-wrap">{html.escape(text)}</pre>'


def _short(error: BaseException) -> str:
    original = getattr(error, "orig", None) or error
    return str(original).strip().splitlines()[0] if str(original).strip() else type(error).__name__


def as_records(rows: list[Row], lost: Mapping[tuple[str, str], list[dict[str, Any]]]) -> list[dict]:
    """Return standings as plain data, with what was lost and why.

    Args:
        rows: the standings.
        lost: by student and assignment, ``{"question", "points", "reason"}`` for each loss.
    """
    return [
        {
            "student": row.student,
            "assignment": row.assignment,
            "score": row.auto_score,
            "max_score": row.max_auto_score,
            "needs_manual_grade": row.needs_manual_grade,
            "lost": lost.get((row.student, row.assignment), []),
        }
        for row in rows
    ]
