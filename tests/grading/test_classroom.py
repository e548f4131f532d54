"""Submissions are found as they lie in the folder, and a crash of the grader's costs nobody."""

import contextlib
import errno
import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_notebook

from autograder import classroom
from autograder.classroom import Found, NothingToGrade, find_submissions
from autograder.grading import Graded
from autograder.sandbox import SandboxError
from autograder.submission import MAX_BYTES
from autograder.workers import Job


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder


def hand_in(folder: Path, student: str, *names: str, assignment: str = "01_tiny") -> Path:
    place = folder / student / assignment
    place.mkdir(parents=True)
    for name in names:
        (place / name).write_text(f"{student}'s {name}")
    return place


def find(course: Any, folder: Path, **options: Any) -> list[Found]:
    return find_submissions(folder, course.assignments, **options)


def test_submissions_are_found_by_student_and_assignment(course: Any, submitted: Path) -> None:
    hand_in(submitted, "ben", "01_tiny.ipynb")
    hand_in(submitted, "ada", "02_other.ipynb", assignment="02_other")
    hand_in(submitted, "ada", "01_tiny.ipynb", "notes.txt")
    found = [(one.student, one.assignment.name, one.remark) for one in find(course, submitted)]
    assert found == [("ada", "01_tiny", ""), ("ada", "02_other", ""), ("ben", "01_tiny", "")]


def test_only_the_student_who_was_named_is_looked_for(course: Any, submitted: Path) -> None:
    for student in ("ada", "ben"):
        hand_in(submitted, student, "01_tiny.ipynb")
    assert [one.student for one in find(course, submitted, student="ben")] == ["ben"]


def test_a_missing_folder_is_named(course: Any, tmp_path: Path) -> None:
    with pytest.raises(NothingToGrade, match=r"There is no folder .*gone.*submitted/STUDENT/"):
        find(course, tmp_path / "gone")


def test_an_empty_folder_is_named_with_what_is_expected(course: Any, submitted: Path) -> None:
    (submitted / "notes.txt").touch()
    (submitted / "ada").mkdir()
    with pytest.raises(NothingToGrade, match=r"nothing to grade in .*submitted/STUDENT/"):
        find(course, submitted)


def test_an_unknown_student_is_named(course: Any, submitted: Path) -> None:
    hand_in(submitted, "ada", "01_tiny.ipynb")
    with pytest.raises(NothingToGrade, match="There is no student 'eve'"):
        find(course, submitted, student="eve")


def test_a_folder_of_no_assignment_is_warned_of_and_left_out(course: Any, submitted: Path) -> None:
    hand_in(submitted, "ada", "01_tiny.ipynb")
    hand_in(submitted, "ada", "x.ipynb", assignment="01_tyni")
    hand_in(submitted, "ada", "x.ipynb", assignment=".ipynb_checkpoints")
    warnings: list[str] = []
    assert len(find(course, submitted, warn=warnings.append)) == 1
    assert len(warnings) == 1
    assert "no assignment is called '01_tyni'; left out" in warnings[0]


@pytest.mark.parametrize(
    ("names", "remark"),
    [
        ((), "There is no notebook in the folder"),
        (("answer.py", "01_tiny.html"), "There is no notebook in the folder"),
        (("a.ipynb", "b.ipynb"), "There are 2 notebooks in the folder"),
    ],
    ids=["empty", "other files", "two"],
)
def test_a_folder_without_the_notebook_is_someones_who_gets_a_reason(
    course: Any, submitted: Path, names: tuple[str, ...], remark: str
) -> None:
    hand_in(submitted, "ada", *names)
    (one,) = find(course, submitted)
    assert one.path is None
    assert remark in one.remark
    assert "01_tiny.ipynb" in one.remark


def test_a_renamed_notebook_is_taken_and_remarked_upon(course: Any, submitted: Path) -> None:
    place = hand_in(submitted, "ada", "01_tiny (1).ipynb")
    (one,) = find(course, submitted)
    assert one.path == place / "01_tiny (1).ipynb"
    assert one.remark == "The notebook was handed in as 01_tiny (1).ipynb."


def test_of_several_notebooks_the_one_with_the_right_name_is_taken(
    course: Any, submitted: Path
) -> None:
    place = hand_in(submitted, "ada", "01_tiny.ipynb", "01_tiny-Copy1.ipynb")
    (one,) = find(course, submitted)
    assert (one.path, one.remark) == (place / "01_tiny.ipynb", "")


@pytest.mark.parametrize("what", ["file", "folder", "student"])
def test_a_link_to_elsewhere_is_not_followed(
    course: Any, submitted: Path, tmp_path: Path, what: str
) -> None:
    outside = hand_in(tmp_path / "outside", "secret", "01_tiny.ipynb")
    if what == "file":
        (hand_in(submitted, "eve") / "01_tiny.ipynb").symlink_to(outside / "01_tiny.ipynb")
    elif what == "folder":
        (submitted / "eve").mkdir()
        (submitted / "eve" / "01_tiny").symlink_to(outside)
    else:
        (submitted / "eve").symlink_to(outside.parent)
    (one,) = find(course, submitted)
    assert one.path is None
    assert one.remark.startswith("What was handed in is a link to another file or folder")


def test_a_class_folder_that_is_a_link_itself_is_fine(
    course: Any, submitted: Path, tmp_path: Path
) -> None:
    hand_in(submitted, "ada", "01_tiny.ipynb")
    (tmp_path / "link").symlink_to(submitted)
    (one,) = find(course, tmp_path / "link")
    assert one.path is not None


def test_what_is_no_file_is_no_notebook(course: Any, submitted: Path) -> None:
    place = hand_in(submitted, "ada")
    (place / "01_tiny.ipynb").mkdir()
    os.mkfifo(place / "pipe.ipynb")  # reading it would wait for ever
    (place / "broken.ipynb").symlink_to(place / "gone")
    (one,) = find(course, submitted)
    assert one.path is None


def test_a_notebook_that_cannot_be_read_is_someones_who_gets_a_reason(
    course: Any, submitted: Path
) -> None:
    place = hand_in(submitted, "ada", "01_tiny.ipynb")
    (one,) = find(course, submitted)
    (place / "01_tiny.ipynb").unlink()
    job = classroom._job("1", one)
    assert job.data is None
    assert "01_tiny.ipynb cannot be read" in job.remark


def test_of_a_huge_file_no_more_is_read_than_can_be_graded(course: Any, submitted: Path) -> None:
    place = hand_in(submitted, "ada", "01_tiny.ipynb")
    with (place / "01_tiny.ipynb").open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    (one,) = find(course, submitted)
    data = classroom._job("1", one).data
    assert data is not None
    assert MAX_BYTES < len(data) < 2 * MAX_BYTES


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01 12:30:00.000000 UTC", datetime(2026, 3, 1, 12, 30)),
        ("2026-03-01T12:30:00Z", datetime(2026, 3, 1, 12, 30)),
        ("yesterday, more or less", None),
        ("", None),
        ("99999-99-99", None),
        ("1" * 5_000, None),
        ("\x00", None),
    ],
)
def test_the_time_of_handing_in_is_read_if_it_can_be(
    course: Any, submitted: Path, text: str, moment: datetime | None
) -> None:
    place = hand_in(submitted, "ada", "01_tiny.ipynb")
    (place / "timestamp.txt").write_text(text)
    (one,) = find(course, submitted)
    assert classroom.submitted_at(one) == moment


def test_a_time_of_handing_in_that_is_no_text_is_none(course: Any, submitted: Path) -> None:
    place = hand_in(submitted, "ada", "01_tiny.ipynb")
    (one,) = find(course, submitted)
    assert classroom.submitted_at(one) is None
    (place / "timestamp.txt").write_bytes(b"\xff\xfe")
    assert classroom.submitted_at(one) is None
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").mkdir()
    assert classroom.submitted_at(one) is None


class Workers(Executor):
    """Workers that are played: some jobs break the pool, as a worker does that is killed."""

    def __init__(self, work: Callable[[Job], str]) -> None:
        self._work = work
        self.broken = False

    def submit(self, grade: Any, job: Job, setup: Any) -> Future:  # type: ignore[override] - ours
        future: Future = Future()
        try:
            if self.broken:
                raise BrokenProcessPool
            future.set_result(self._work(job))
        except BrokenProcessPool as error:
            self.broken = True
            future.set_exception(error)
        except Exception as error:
            future.set_exception(error)
        return future


class PlayedWorkplace:
    setup = None
    workers = 2

    def __init__(self, work: Callable[[Job], str]) -> None:
        self.work = work
        self.batches = 0

    @contextlib.contextmanager
    def executor(self) -> Iterator[Workers]:
        self.batches += 1
        yield Workers(self.work)

    def ungraded(self, job: Job) -> str:
        return f"nothing for {job.number}"


def outcomes(work: Callable[[Job], str], jobs: int = 5) -> dict[str, str]:
    workplace: Any = PlayedWorkplace(work)
    found: Any = classroom._map(workplace, [Job(str(n), "01_tiny", b"") for n in range(jobs)])
    return dict(found)


def test_each_job_is_graded_once_where_nothing_breaks() -> None:
    asked = []

    def work(job: Job) -> str:
        asked.append(job.number)
        return f"graded {job.number}"

    assert outcomes(work) == {str(n): f"graded {n}" for n in range(5)}
    assert asked == list("01234")


def test_a_job_that_ends_its_worker_costs_itself_only() -> None:
    def work(job: Job) -> str:
        if job.number == "2":
            raise BrokenProcessPool
        return "graded"

    assert outcomes(work) == {"2": "nothing for 2"} | dict.fromkeys("0134", "graded")


def test_only_those_who_may_have_ended_a_worker_are_tried_alone() -> None:
    def work(job: Job) -> str:
        if job.number == "2":
            raise BrokenProcessPool
        return "graded"

    workplace: Any = PlayedWorkplace(work)
    jobs = [Job(str(n), "01_tiny", b"") for n in range(50)]
    assert len(dict(classroom._map(workplace, jobs))) == 50
    assert workplace.batches == 4  # all, the two who were at work by themselves, and the rest


def test_a_worker_that_ends_once_costs_nothing() -> None:
    broken = iter([True])

    def work(job: Job) -> str:
        if job.number == "2" and next(broken, False):
            raise BrokenProcessPool
        return "graded"

    assert outcomes(work) == dict.fromkeys("01234", "graded")


def test_a_fault_of_the_graders_costs_the_notebook_that_met_it_only(caplog: Any) -> None:
    def work(job: Job) -> str:
        if job.number == "2":
            raise KeyError("a fault of ours")
        return "graded"

    assert outcomes(work) == {"2": "nothing for 2"} | dict.fromkeys("0134", "graded")
    assert "a fault of ours" in caplog.text


def test_a_sandbox_that_fails_ends_the_run() -> None:
    # Nobody's notebook is to blame, and nobody's gets nothing.
    def work(job: Job) -> str:
        raise SandboxError("no more kernels")

    with pytest.raises(SandboxError, match="no more kernels"):
        outcomes(work)


def test_a_full_disk_ends_the_run() -> None:
    # A worker that finds no room says nothing about the notebook that it was to grade.
    def work(job: Job) -> str:
        raise OSError(errno.ENOSPC, "No space left on device", "/tmp/x")

    with pytest.raises(OSError, match="No space left"):
        outcomes(work)


@pytest.mark.parametrize("final", [True, False])
def test_what_failed_through_a_fault_of_ours_is_graded_again_in_the_next_run(
    course: Any, submitted: Path, tmp_path: Path, final: bool
) -> None:
    class Gradebook:
        def has(self, student: str, assignment: str) -> bool:
            return True

    hand_in(submitted, "ada", "01_tiny.ipynb")
    (one,) = find(course, submitted)
    job = classroom._job("1", one)
    graded = Graded((), json.dumps(new_notebook()), final=final)
    classroom._write_notebook(one, job, graded, tmp_path)
    gradebook: Any = Gradebook()
    assert classroom._is_recorded(one, job, gradebook, tmp_path) == final
