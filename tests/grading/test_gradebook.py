"""nbgrader's gradebook gets each result whole, keeps what people wrote, and shows text as text."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook, get_alembic_version
from sqlalchemy.exc import OperationalError

from autograder.feedback import export_csv
from autograder.gradebook import ClassGradebook, GradebookError, as_records, open_gradebook
from autograder.grading import Graded
from autograder.report import class_report, write_csv
from course.verdict import CheckResult, Verdict

HOSTILE = "<script>alert(1)</script> [click](javascript:alert(2)) ![x](http://e.vil/x) `</pre>`"


def graded(double: int = 4, middle: int = 2, reason: str = "A reason.") -> Graded:
    """Return a result with some points of 4 for `double` and of 2 for `middle`."""
    verdicts = tuple(
        Verdict(
            name,
            (
                CheckResult("What holds.", earned, True),
                CheckResult("What does not.", points - earned, earned == points, reason),
            ),
        )
        for name, earned, points in (("double", double, 4), ("middle", middle, 2))
    )
    return Graded(verdicts, nbformat.writes(new_notebook()))


@pytest.fixture
def url(blank_gradebook: Path, tmp_path: Path) -> str:
    shutil.copy(blank_gradebook, tmp_path / "gradebook.db")
    return f"sqlite:///{tmp_path / 'gradebook.db'}"


@pytest.fixture
def gradebook(url: str) -> Iterator[ClassGradebook]:
    with open_gradebook(url) as opened:
        yield opened


def scores(url: str, student: str = "ada") -> dict[str, tuple]:
    """Return what nbgrader itself says of each cell: automatic, manual, needs a look."""
    with Gradebook(url) as book:
        submission = book.find_submission("01_tiny", student)
        (notebook,) = submission.notebooks
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for grade in notebook.grades
        }


def comments(url: str, student: str = "ada") -> dict[str, str | None]:
    with Gradebook(url) as book:
        (notebook,) = book.find_submission("01_tiny", student).notebooks
        return {comment.name: comment.comment for comment in notebook.comments}


def test_nbgrader_reads_the_points_that_were_written(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    gradebook.record("ada", course.tiny, graded(double=1))
    assert scores(url) == {
        "check-double": (1.0, None, False),
        "check-middle": (2.0, None, False),
        "why-twice": (None, None, True),
    }
    (row,) = gradebook.rows()
    assert (row.student, row.assignment) == ("ada", "01_tiny")
    assert (row.score, row.max_score) == (3, 8)
    assert (row.auto_score, row.max_auto_score) == (3, 6)
    assert row.needs_manual_grade


def test_reasons_stand_at_the_exercise_that_lost_points(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    gradebook.record("ada", course.tiny, graded(double=1, reason="It is two."))
    found = comments(url)
    assert found["middle"] is None
    assert "1 of 4 points; 3 lost:" in found["double"]
    assert "- It is two." in found["double"]


def test_a_reason_is_shown_as_text_whatever_is_in_it(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    from nbconvert.filters import markdown2html

    gradebook.record("ada", course.tiny, graded(double=1, reason=HOSTILE))
    rendered = markdown2html(comments(url)["double"])
    for live in ("<script", "<a ", "<img", "href=", "src="):
        assert live not in rendered
    assert "&lt;script&gt;alert(1)" in rendered
    assert "[click](javascript:alert(2))" in rendered
    assert rendered.count("</pre>") == 1


def test_a_reason_with_blank_lines_and_code_is_shown_whole(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    # Markdown ends a block of HTML at a blank line, and what follows would be live.
    from nbconvert.filters import markdown2html

    reason = "first\n\n<b>x</b>\n\n[a](http://e.vil)\n\n    code\n\n# title"
    gradebook.record("ada", course.tiny, graded(double=1, reason=reason))
    rendered = markdown2html(comments(url)["double"])
    for live in ("<b>", "<a ", "<h1", "<code"):
        assert live not in rendered


def test_a_second_result_replaces_the_first(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    gradebook.record("ada", course.tiny, graded(double=1))
    gradebook.record("ada", course.tiny, graded())
    assert scores(url)["check-double"] == (4.0, None, False)
    assert comments(url)["double"] is None
    assert len(gradebook.rows()) == 1


def test_what_a_person_gave_and_wrote_is_kept(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    gradebook.record("ada", course.tiny, graded(double=1))
    with Gradebook(url) as book:
        (notebook,) = book.find_submission("01_tiny", "ada").notebooks
        for grade in notebook.grades:
            if grade.name in ("why-twice", "check-double"):
                grade.manual_score, grade.needs_manual_grade = 1.5, False
        for comment in notebook.comments:
            if comment.name == "why-twice":
                comment.manual_comment = "Well argued."
        book.db.commit()
    gradebook.as_nbgrader().db.expire_all()
    gradebook.record("ada", course.tiny, graded(double=3))
    assert scores(url)["why-twice"] == (None, 1.5, True)  # a person looks again, as in nbgrader
    assert scores(url)["check-double"] == (3.0, 1.5, True)
    assert comments(url)["why-twice"] == "Well argued."


def test_students_are_told_apart(gradebook: ClassGradebook, url: str, course: Any) -> None:
    gradebook.record("ada", course.tiny, graded())
    gradebook.record("ben", course.tiny, graded(double=0, middle=0))
    assert [(row.student, row.auto_score) for row in gradebook.rows()] == [("ada", 6), ("ben", 0)]
    assert gradebook.has("ada", "01_tiny")
    assert not gradebook.has("eve", "01_tiny")


@pytest.mark.parametrize("student", ["Ada Löv", "o'hara; DROP TABLE student", "../up", "🦉"])
def test_any_name_of_a_student_will_do(
    gradebook: ClassGradebook, url: str, course: Any, student: str
) -> None:
    gradebook.record(student, course.tiny, graded())
    assert [row.student for row in gradebook.rows()] == [student]


def test_a_cell_that_the_gradebook_does_not_know_gets_nothing(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    result = graded()
    extra = Verdict("invented", (CheckResult("x", 100, True),))
    gradebook.record("ada", course.tiny, Graded((*result.verdicts, extra), result.notebook))
    assert sorted(scores(url)) == ["check-double", "check-middle", "why-twice"]
    assert gradebook.rows()[0].auto_score == 6


def test_a_result_is_written_whole_or_not_at_all(
    gradebook: ClassGradebook, url: str, course: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(verdict: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.gradebook._comment", fail)
    with pytest.raises(KeyboardInterrupt):
        gradebook.record("ada", course.tiny, graded())
    monkeypatch.undo()
    assert not gradebook.has("ada", "01_tiny")
    gradebook.record("ada", course.tiny, graded())
    assert gradebook.rows()[0].auto_score == 6


def test_the_time_of_handing_in_is_kept(gradebook: ClassGradebook, url: str, course: Any) -> None:
    moment = datetime(2026, 3, 1, 12, 30)
    gradebook.record("ada", course.tiny, graded(), moment)
    gradebook.record("ada", course.tiny, graded())
    with Gradebook(url) as book:
        assert book.find_submission("01_tiny", "ada").timestamp == moment


def test_registering_twice_changes_nothing(
    gradebook: ClassGradebook, url: str, course: Any
) -> None:
    gradebook.record("ada", course.tiny, graded(double=1))
    gradebook.register(course.tiny)
    assert scores(url)["check-double"] == (1.0, None, False)


def test_an_assignment_that_lost_cells_after_it_was_graded_is_refused(
    gradebook: ClassGradebook, course: Any
) -> None:
    from dataclasses import replace

    gradebook.record("ada", course.tiny, graded())
    notebook = course.tiny.notebook()
    notebook.cells = [
        cell
        for cell in notebook.cells
        if "middle" not in cell.metadata.get("nbgrader", {}).get("grade_id", "")
    ]
    with pytest.raises(GradebookError, match="01_tiny has other cells now"):
        gradebook.register(replace(course.tiny, source=nbformat.writes(notebook)))


def test_a_gradebook_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(GradebookError, match=r"gone/gradebook\.db cannot be opened"),
        open_gradebook(f"sqlite:///{tmp_path}/gone/gradebook.db"),
    ):
        pass


def test_a_file_that_is_no_gradebook_is_named(tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_text("no database" * 100)
    with (
        pytest.raises(GradebookError, match=r"gradebook\.db cannot be opened"),
        open_gradebook(f"sqlite:///{tmp_path}/gradebook.db"),
    ):
        pass


def test_a_gradebook_that_someone_else_holds_is_named(course: Any, url: str) -> None:
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with (
            pytest.raises(GradebookError, match=r"cannot be (opened|written): .*locked"),
            open_gradebook(f"{url}?timeout=0.1") as gradebook,
        ):
            gradebook.record("ada", course.tiny, graded())
    finally:
        other.close()


def test_a_disk_that_is_full_is_told_in_a_sentence(
    course: Any, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # nbgrader calls this an entry that is not valid, and logs a traceback.
    def commit() -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    def register() -> None:
        with open_gradebook(url) as gradebook:
            monkeypatch.setattr(gradebook.as_nbgrader().db, "commit", commit)
            gradebook.register(course.tiny)

    with pytest.raises(GradebookError, match=r"cannot be written: .*database or disk is full"):
        register()
    assert "Traceback" not in caplog.text


def test_a_new_gradebook_knows_its_version(blank_gradebook: Path) -> None:
    # Without it nbgrader's own migrations would fail later.
    with sqlite3.connect(blank_gradebook) as database:
        (version,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
    assert version == get_alembic_version()


def test_records_carry_what_was_lost_and_why(gradebook: ClassGradebook, course: Any) -> None:
    result = graded(double=1, reason="It is two.")
    gradebook.record("ada", course.tiny, result)
    gradebook.record("ben", course.tiny, graded())
    lost = {("ada", "01_tiny"): result.losses()}
    assert as_records(gradebook.rows(), lost) == [
        {
            "student": "ada",
            "assignment": "01_tiny",
            "score": 3.0,
            "max_score": 6.0,
            "needs_manual_grade": True,
            "lost": [{"question": "double", "points": 3, "reason": "It is two."}],
        },
        {
            "student": "ben",
            "assignment": "01_tiny",
            "score": 6.0,
            "max_score": 6.0,
            "needs_manual_grade": True,
            "lost": [],
        },
    ]


def test_a_class_report_counts_points_exercise_by_exercise(
    gradebook: ClassGradebook, course: Any, url: str, tmp_path: Path
) -> None:
    for student, double, middle in (("ada", 4, 2), ("ben", 4, 0), ("cleo", 1, 0)):
        gradebook.record(student, course.tiny, graded(double, middle))
    rows = {row.exercise: row for row in class_report(url)}
    assert (rows["double"].mean, rows["double"].full, rows["double"].nothing) == (3.0, 2, 0)
    assert (rows["middle"].full, rows["middle"].nothing, rows["middle"].students) == (1, 2, 3)
    write_csv(list(rows.values()), tmp_path / "class.csv")
    assert (tmp_path / "class.csv").read_text().splitlines()[1].startswith("01_tiny,double,4.0,3.0")


@pytest.mark.parametrize(
    "student",
    ["ada", "Doe, Jane", 'the "best"', "eve\n01_tiny,,,ben,,,,6,0,6,8", "=SUM(A1:A9)", "Ö"],
)
def test_an_exported_line_is_one_students_whatever_the_name(
    gradebook: ClassGradebook, course: Any, url: str, tmp_path: Path, student: str
) -> None:
    gradebook.record(student, course.tiny, graded(double=1), datetime(2026, 3, 1, 12, 30))
    gradebook.record("ben", course.tiny, graded(double=0, middle=0))
    export_csv(tmp_path / "grades.csv", url)
    with (tmp_path / "grades.csv").open(newline="", encoding="utf-8") as file:
        lines = [line for line in csv.DictReader(file) if line["assignment"] == "01_tiny"]
    scores = {line["student_id"].removeprefix("'"): line["score"] for line in lines}
    assert scores == {student: "3.0", "ben": "0.0"}
    assert all(line["max_score"] == "8.0" and None not in line for line in lines)
    assert not any(line["student_id"].startswith("=") for line in lines)
