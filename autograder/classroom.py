"""Grades a class: finds the submissions, maps grading over workers, records results as they come.

Data flows one way: submitted folder → workers → one writer → gradebook and graded notebooks. A
grader that is killed goes on where it was: what is recorded and unchanged is not graded again.
"""

import errno
import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from autograder.gradebook import ClassGradebook
from autograder.grading import Assignment, Graded
from autograder.handed_in import read_files
from autograder.sandbox import SandboxError
from autograder.submission import MAX_BYTES
from autograder.whole_files import replace_file
from autograder.workers import Job, Workplace, grade_job
from course.questions import ChecksError

_log = logging.getLogger(__name__)
_TIMESTAMP_FILE = "timestamp.txt"
_LONGEST_TIMESTAMP = 100  # characters
# nbgrader looks for files by patterns, in which these, and a dot at the beginning, are special.
_PATTERN_SIGNS = "[]*?{}"
_LONGEST_NAME = 255  # bytes, as file systems have it
_MAX_ATTEMPTS = 2
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE)


class NothingToGrade(RuntimeError):
    """There is no submission to grade; the message says where we looked and what is expected."""


@dataclass(frozen=True)
class Found:
    """A submission as it lies in the folder.

    Attributes:
        path: its notebook, or None if there is none to be read.
        remark: what is odd about it, or why there is none.
    """

    student: str
    assignment: Assignment
    path: Path | None
    remark: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one submission."""

    student: str
    assignment: str
    graded: Graded | None  # None: recorded before and unchanged


def find_submissions(
    submitted: Path,
    assignments: Sequence[Assignment],
    *,
    student: str | None = None,
    warn: Callable[[str], None] = lambda text: None,
) -> list[Found]:
    """Find the submissions in a folder of nbgrader's layout, ``student/assignment/notebook``.

    Args:
        submitted: the folder.
        assignments: which assignments to look for.
        student: only this student's.
        warn: is told about what is left out.

    Raises:
        NothingToGrade: there is no such folder, or no submission in it.
    """
    if not submitted.is_dir():
        raise NothingToGrade(f"There is no folder {submitted}. {_LAYOUT}")
    by_name = {assignment.name: assignment for assignment in assignments}
    found = []
    students = sorted(path for path in submitted.iterdir() if path.is_dir())
    if student is not None:
        students = [path for path in students if student in (path.name, plain_name(path))]
        if not students:
            raise NothingToGrade(f"There is no student {student!r} in {submitted}.")
    for folder in students:
        for handed_in in sorted(path for path in folder.iterdir() if path.is_dir()):
            assignment = by_name.get(handed_in.name)
            if assignment is not None:
                found.append(_look_into(plain_name(folder), assignment, handed_in))
            elif not handed_in.name.startswith("."):
                warn(f"{handed_in}: no assignment is called {handed_in.name!r}; left out.")
    if not found:
        raise NothingToGrade(f"There is nothing to grade in {submitted}. {_LAYOUT}")
    return found


def plain_name(path: Path) -> str:
    """Return the name of a file or folder as text that every database and page can hold.

    What is no printable text is written as Python would, so that no two names become one.
    """
    encoded = os.fsencode(path.name)
    text = encoded.replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")
    text = "".join(_plain_sign(sign, place) for place, sign in enumerate(text))
    if len(text.encode()) > _LONGEST_NAME:
        text = f"{text[:50]}-{hashlib.sha256(encoded).hexdigest()[:16]}"
    return text


def _plain_sign(sign: str, place: int) -> str:
    if sign in _PATTERN_SIGNS or (sign == "." and place == 0):
        return f"\\x{ord(sign):02x}"
    return sign if sign.isprintable() else ascii(sign)[1:-1]


_LAYOUT = "A class is graded from nbgrader's layout: submitted/STUDENT/04_prepare/04_prepare.ipynb."


_IS_LINK = (
    "What was handed in is a link to another file or folder, which is not followed. "
    "Hand in the notebook itself."
)


def _look_into(student: str, assignment: Assignment, folder: Path) -> Found:
    expected = folder / f"{assignment.name}.ipynb"
    # A link would hand in a file of the grader's, or of a neighbour's.
    if any(path.is_symlink() for path in (folder.parent, folder, *folder.glob("*.ipynb"))):
        return Found(student, assignment, None, _IS_LINK)
    notebooks = sorted(path for path in folder.glob("*.ipynb") if path.is_file())
    remark = ""
    if expected not in notebooks:
        if len(notebooks) != 1:
            count = f"are {len(notebooks)} notebooks" if notebooks else "is no notebook"
            return Found(
                student,
                assignment,
                None,
                f"There {count} in the folder that was handed in, and none is called "
                f"{expected.name}.",
            )
        (expected,) = notebooks
        remark = f"The notebook was handed in as {plain_name(expected)}."
    return Found(student, assignment, expected, remark)


def grade_class(
    found: Iterable[Found],
    workplace: Workplace,
    gradebook: ClassGradebook,
    autograded: Path,
    *,
    regrade: bool = False,
) -> Iterator[Outcome]:
    """Grade submissions in parallel and record each as soon as it is done.

    Args:
        found: what to grade.
        workplace: where workers are had from.
        gradebook: where results go.
        autograded: the folder for graded notebooks, in nbgrader's layout.
        regrade: grade again what is recorded and unchanged.

    Yields:
        An outcome for each submission, in the order in which they come.
    """
    jobs: dict[str, tuple[Found, Job]] = {}
    for number, one in enumerate(found):
        job = _job(str(number), one)
        if not regrade and _is_recorded(one, job, gradebook, autograded):
            yield Outcome(one.student, one.assignment.name, None)
        else:
            jobs[job.number] = one, job
    if not jobs:
        return
    for key, graded in _map(workplace, [job for _, job in jobs.values()]):
        one, job = jobs[key]
        gradebook.record(one.student, one.assignment, graded, submitted_at(one))
        _write_notebook(one, job, graded, autograded)
        yield Outcome(one.student, one.assignment.name, graded)


def _job(number: str, one: Found) -> Job:
    try:
        if one.path is None:
            return Job(number, one.assignment.name, None, one.remark)
        files = read_files(one.path.parent, one.assignment.files)
        return Job(number, one.assignment.name, _read(one.path), one.remark, files)
    except OSError as error:
        file = Path(error.filename or "").name or "What was handed in"
        reason = f"{file} cannot be read ({error.strerror})."
        return Job(number, one.assignment.name, None, reason)


def _read(path: Path) -> bytes:
    """Read a file, but no more of it than tells that it is too large to be graded."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _map(workplace: Workplace, jobs: list[Job]) -> Iterator[tuple[str, Graded]]:
    """Run jobs on the workers; a job whose worker dies is tried once more, by itself."""
    attempts = dict.fromkeys((job.number for job in jobs), 0)
    waiting = {job.number: job for job in jobs}
    while waiting:
        # After a crash nobody knows whose fault it was: the suspects go one at a time.
        suspects = [job for number, job in waiting.items() if attempts[number]]
        batch = suspects[:1] or list(waiting.values())
        failed = []
        with workplace.executor() as executor:
            for number, graded in _run(executor, workplace, batch):
                if graded is None:
                    failed.append(number)
                else:
                    del waiting[number]
                    yield number, graded
        # Jobs begin in their order: those that ran when a worker died are the first without a
        # result. The others have not begun, and are no suspects.
        unheard = [job.number for job in batch if job.number in waiting.keys() - set(failed)]
        for number in (*failed, *unheard[: workplace.workers]):
            attempts[number] += 1
            if attempts[number] >= _MAX_ATTEMPTS:
                yield number, workplace.ungraded(waiting.pop(number))


def _run(
    executor: Executor, workplace: Workplace, batch: list[Job]
) -> Iterator[tuple[str, Graded | None]]:
    """Yield results as they come; None for a job that failed, nothing if its worker died."""
    futures = {executor.submit(grade_job, job, workplace.setup): job for job in batch}
    for future in as_completed(futures):
        number = futures[future].number
        try:
            yield number, future.result()
        except BrokenProcessPool:
            continue  # the caller tries again what did not come back
        except (ChecksError, SandboxError):
            raise  # nobody could be graded
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                raise  # nor could anybody here
            # Ours to mend. It costs whoever met it a second try, and not the class its grades.
            _log.exception("Grading a notebook of %s failed.", futures[future].assignment)
            yield number, None


def _is_recorded(one: Found, job: Job, gradebook: ClassGradebook, autograded: Path) -> bool:
    """Tell whether this very submission was graded by this very grader, and recorded."""
    name = one.assignment.name
    kept = _kept(autograded, one.student, name)
    return kept.get("digest") == _digest(one, job) and gradebook.has(one.student, name)


def recorded_losses(autograded: Path, student: str, assignment: str) -> list[dict[str, Any]]:
    """Return what a graded submission lost and why, see `Graded.losses`."""
    lost: list[dict[str, Any]] = _kept(autograded, student, assignment).get("lost", [])
    return lost


def _kept(autograded: Path, student: str, assignment: str) -> dict[str, Any]:
    """Return what we noted in a graded notebook; nothing if there is none that can be read."""
    path = _graded_path(autograded, student, assignment)
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["metadata"][
            "autograder"
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return kept


def _digest(one: Found, job: Job) -> str:
    digest = hashlib.sha256()
    parts = [job.data or b"", job.remark.encode(), one.assignment.source.encode()]
    for name, content in sorted(job.files.items()):
        parts += [name.encode(), content if isinstance(content, bytes) else b"%d" % content]
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    digest.update(one.assignment.checks.read_bytes())
    digest.update(_grader_digest())
    return digest.hexdigest()


@cache
def _grader_digest() -> bytes:
    """Return a digest of our own code: another grader might grade otherwise."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent.parent
    for package in ("course", "autograder"):
        for path in sorted((root / package).glob("**/*.py")):
            digest.update(path.read_bytes())
    return digest.digest()


def _graded_path(autograded: Path, student: str, assignment: str) -> Path:
    return autograded / student / assignment / f"{assignment}.ipynb"


def _write_notebook(one: Found, job: Job, graded: Graded, autograded: Path) -> None:
    """Write the graded notebook, in one step: its digest says that its result is recorded."""
    notebook = json.loads(graded.notebook)
    # What failed through no fault of the learner's is graded again in the next run.
    digest = _digest(one, job) if graded.final else ""
    notebook["metadata"]["autograder"] = {"digest": digest, "lost": graded.losses()}
    path = _graded_path(autograded, one.student, one.assignment.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(notebook, indent=1, ensure_ascii=False))


def submitted_at(one: Found) -> datetime | None:
    """Read nbgrader's timestamp file, if there is one that can be read."""
    if one.path is None:
        return None
    path = one.path.parent / _TIMESTAMP_FILE
    try:
        # Whatever lies there came from outside: a pipe would keep us for ever.
        if path.is_symlink() or not path.is_file():
            return None
        with path.open(encoding="utf-8") as file:
            text = file.read(_LONGEST_TIMESTAMP).strip()
        from nbgrader.utils import parse_utc

        moment: datetime = parse_utc(text)
    except (OSError, ValueError, OverflowError, TypeError):
        return None
    return moment
