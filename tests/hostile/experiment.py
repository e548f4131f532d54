"""Grades a class of strangers among neighbours, and the neighbours alone, and compares.

Everything goes the way of a real class: worker processes, a zygote with all its locks, nbgrader's
gradebook, feedback pages. Whoever is not a stranger is a neighbour: an ordinary submission, handed
in many times, so that some are graded beside each of the strangers.
"""

import hashlib
import html
import os
import re
import socket
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from multiprocessing import util
from pathlib import Path
from typing import Any

import psutil
from nbformat import NotebookNode
from strangers import Stranger, filled_in, write

from autograder.classroom import find_submissions, grade_class, plain_name
from autograder.execution import Patience
from autograder.feedback import make_feedback
from autograder.gradebook import open_gradebook
from autograder.grading import Graded
from autograder.warm.confinement import Limits
from autograder.workers import Workplace

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 3
# Small, since many strangers use up all that they are given.
PATIENCE = Patience(cell=8, notebook=30, answer=6)
TIMES = {"CELL": PATIENCE.cell, "NOTEBOOK": PATIENCE.notebook, "ANSWER": PATIENCE.answer}
LIMITS = Limits(
    address_space=2_000,
    cpu_seconds=12,
    file_size=4,
    home_size=8,
    home_files=256,
    shared_memory=4,
)
# What no stranger may ever see: each stands where the grader can read it, and kernels cannot.
SECRETS = {
    "environment": "okapi-4711",
    "class folder": "quagga-4712",
    "a neighbour's notebook": "tapir-4713",
    "mark schemes": "the secret of the mark scheme",
    "hidden checks": "assert_allclose(learner",
}
MARK = "hostile-was-here"  # what strangers call what they leave behind


@dataclass(frozen=True)
class Result:
    """What became of one submission.

    Attributes:
        notebook: the graded notebook, as JSON.
        page: the text of its feedback page.
    """

    score: int
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]
    notebook: str
    page: str
    seconds: float


@dataclass
class Run:
    """What became of a class.

    Attributes:
        results: by student.
        heard: what the grader's own sockets were sent, by whoever found them.
        changed: files that were changed, made or removed where nobody but the grader writes.
        left_behind: processes, files and folders that outlived the run.
    """

    results: dict[str, Result] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)


def neighbours(course: Any) -> dict[str, NotebookNode]:
    """Return ordinary submissions, right and wrong and in between, by a name for each."""
    secret = SECRETS["a neighbour's notebook"]
    waits = "import time\ntime.sleep(0.2)\n"
    right = "def middle(numbers):\n    return float(np.mean(numbers))"
    fills = "kept = np.zeros(2_000_000)\nwith open('kept', 'wb') as file:\n    file.write(kept)"
    fills = fills.replace("2_000_000", "200_000")
    return {
        "right": course.solved(
            double=f"def double(numbers):  # {secret}\n    return 2 * np.asarray(numbers)"
        ),
        "stub": course.stub(),
        "wrong": course.solved(middle="def middle(numbers):\n    return max(numbers)"),
        "patient": course.solved(middle=f"{waits}{right}"),
        "busy": course.solved(middle=f"{fills}\nprint('x' * 10_000)\n{right}"),
        "raises": course.solved(double="def double(numbers):\n    return numbers[17]"),
    }


def grade(course: Any, who: Sequence[Stranger], root: Path) -> Run:
    """Hand in, grade, and look at what is left.

    Args:
        course: the tiny course.
        who: the strangers among the neighbours.
        root: an empty folder, for the class and for all that the grader writes elsewhere.
    """
    util.get_temp_dir()  # what this process keeps for all pools is no leftover of a run
    run = Run()
    submitted, scratch = root / "class" / "submitted", root / "t"
    submitted.mkdir(parents=True)
    scratch.mkdir(parents=True)
    (root / "class" / "secret.txt").write_text(SECRETS["class folder"])
    with ExitStack() as stack:
        stack.enter_context(_environment(TMPDIR=str(scratch), SECRET=SECRETS["environment"]))
        places = stack.enter_context(_listening(root, run.heard))
        places |= {"TINY": course.root, "ROOT": ROOT, "CLASS": root / "class"}
        places |= TIMES
        places |= {"SUBMITTED": submitted, "PID": os.getpid(), "MARK": MARK}
        for stranger in who:
            stranger.hand_in(submitted, course.solved(), places)
        ordinary = neighbours(course)
        names = list(ordinary)
        for number in range(max(len(names), len(who) // 3)):
            folder = submitted / f"neighbour-{number:02}" / "01_tiny"
            folder.mkdir(parents=True)
            write(folder, ordinary[names[number % len(names)]])
        before = _state(submitted, course.root)
        children = _Children()
        graded = _grade(course, root / "class", children.look)
        pages = _pages(root / "class") if who else {}
        run.changed = _differences(before, _state(submitted, course.root))
        run.left_behind = children.alive() + _leftovers(root, scratch)
    for student, one in graded.items():
        run.results[student] = _result(one, pages.get(student, ""))
    return run


def _grade(course: Any, folder: Path, look: Callable[[], None]) -> dict[str, Graded]:
    """Grade a class folder as `autograder grade` does; return what came of it, by student."""
    found = find_submissions(folder / "submitted", course.assignments)
    # Neighbours between strangers: some of them are graded beside each.
    ours = [one for one in found if one.student.startswith("neighbour-")]
    theirs = [one for one in found if not one.student.startswith("neighbour-")]
    every = max(1, round(len(theirs) / len(ours))) if theirs else 1
    mixed = []
    while theirs or ours:
        mixed += ours[:1] + theirs[:every]
        ours, theirs = ours[1:], theirs[every:]
    workplace = Workplace(
        course.assignments,
        workers=WORKERS,
        with_tensorflow=False,
        limits=LIMITS,
        patience=PATIENCE,
    )
    graded = {}
    url = f"sqlite:///{folder / 'gradebook.db'}"
    with workplace, open_gradebook(url) as gradebook:
        for assignment in course.assignments:
            gradebook.register(assignment)
        for outcome in grade_class(mixed, workplace, gradebook, folder / "autograded"):
            assert outcome.graded is not None
            graded[outcome.student] = outcome.graded
            look()
        recorded = {row.student: row.auto_score for row in gradebook.rows()}
    assert recorded == {student: one.earned for student, one in graded.items()}
    return graded


def _result(graded: Graded, page: str) -> Result:
    reasons = tuple(reason for verdict in graded.verdicts for reason in verdict.reasons())
    return Result(
        graded.earned, reasons, graded.remarks, graded.notebook, page, round(graded.seconds, 1)
    )


def _pages(folder: Path) -> dict[str, str]:
    """Write the feedback pages of all strangers; return their texts, by student."""
    for neighbour in (folder / "autograded").glob("neighbour-*"):
        neighbour.rename(folder / neighbour.name)
    texts = {}
    for path in make_feedback(folder, ["01_tiny"], f"sqlite:///{folder / 'gradebook.db'}"):
        source = re.sub(r"(?s)<(style|script).*?</\1>", "", path.read_text(encoding="utf-8"))
        texts[path.parts[-3]] = html.unescape(re.sub(r"<[^>]+>", "", source))
    return texts


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    import tempfile

    before = {name: os.environ.get(name) for name in variables}
    os.environ |= variables
    tempfile.tempdir = None
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        tempfile.tempdir = None


@contextmanager
def _listening(root: Path, heard: list[str]) -> Iterator[dict[str, object]]:
    """Open sockets of each kind outside the sandbox; whoever reaches one is heard."""
    path, abstract = str(root / "s"), f"{MARK}-{os.getpid()}"
    sockets = {
        "TCP": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
        "UDP": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
        "UNIX": (socket.AF_UNIX, socket.SOCK_STREAM, path),
        "UNIX_DATAGRAM": (socket.AF_UNIX, socket.SOCK_DGRAM, f"{path}d"),
        "ABSTRACT": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0{abstract}"),
        "ABSTRACT_DATAGRAM": (socket.AF_UNIX, socket.SOCK_DGRAM, f"\0{abstract}d"),
    }
    places: dict[str, object] = {}
    ears = {}
    for name, (family, kind, address) in sockets.items():
        ears[name] = socket.socket(family, kind)
        ears[name].bind(address)
        ears[name].setblocking(False)
        if kind == socket.SOCK_STREAM:
            ears[name].listen()
        place = ears[name].getsockname()
        places[name] = place[1] if isinstance(place, tuple) else place
    places |= {"ABSTRACT": abstract, "ABSTRACT_DATAGRAM": f"{abstract}d"}
    try:
        yield places
    finally:
        # Who called waits in the queue of a socket, and what was sent lies in it.
        for name, ear in ears.items():
            with suppress(BlockingIOError):
                said = ear.recv(99) if ear.type == socket.SOCK_DGRAM else ear.accept()
                heard.append(f"{name}: {said!r}")
            ear.close()


def _state(*folders: Path) -> dict[str, str]:
    """Return what is in folders where nobody may write while a class is graded."""
    ours = [ROOT / "solutions", ROOT / "autograder" / "checks"]
    return {
        str(path): _digest(path)
        for folder in (*ours, *folders)
        for path in sorted(folder.rglob("*"))
        if "__pycache__" not in path.parts
    }


def _digest(path: Path) -> str:
    info = path.lstat()
    kind = f"{stat.S_IFMT(info.st_mode):o} {info.st_mode & 0o7777:o}"
    if stat.S_ISLNK(info.st_mode):
        return f"{kind} {os.readlink(path)}"
    if not stat.S_ISREG(info.st_mode):
        return kind
    with path.open("rb") as file:
        return f"{kind} {hashlib.file_digest(file, 'sha256').hexdigest()}"


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )


class _Children:
    """The processes that a run starts, and those that these start."""

    def __init__(self) -> None:
        self._before = {process.pid for process in self._now()}
        self._seen: dict[int, psutil.Process] = {}

    def look(self) -> None:
        """Note who is there."""
        self._seen |= {one.pid: one for one in self._now() if one.pid not in self._before}

    def alive(self) -> list[str]:
        """Return which of those seen still live, but for what Python keeps for all pools."""
        _, alive = psutil.wait_procs(list(self._seen.values()), timeout=0.5)
        keepers = ("forkserver", "resource_tracker")
        lines = [" ".join(one.cmdline()) for one in alive if one.status() != psutil.STATUS_ZOMBIE]
        return [f"process {line}" for line in lines if not any(word in line for word in keepers)]

    @staticmethod
    def _now() -> list[psutil.Process]:
        return psutil.Process().children(recursive=True)


def _leftovers(root: Path, scratch: Path) -> list[str]:
    """Return what lies where nothing should: in the grader's scratch folder, or by its name."""
    places = [Path(place) for place in ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/usr")]
    places += [Path.home(), Path.cwd(), ROOT, root, root / "class"]
    marked = [path for place in places if place.is_dir() for path in place.glob(f"*{MARK}*")]
    return [str(path) for path in (*scratch.iterdir(), *marked) if not _is_kept(path)]


def _is_kept(path: Path) -> bool:
    """Tell whether this process keeps a folder until it ends: the sockets of its worker pools."""
    return path.is_dir() and all(
        one.name == "lock" or one.name.startswith("pymp-") for one in path.iterdir()
    )


def result_of(stranger: Stranger, run: Run) -> Result | None:
    """Return what became of a stranger, whose name may be written otherwise where it is kept."""
    return run.results.get(plain_name(Path(stranger.student)))


def faults(stranger: Stranger, run: Run) -> list[str]:
    """Return in what ways a stranger was not contained; empty if it was."""
    result = result_of(stranger, run)
    if result is None:
        return ["was not graded"]
    found = []
    if result.score != stranger.earns:
        found.append(f"got {result.score} points and had earned {stranger.earns}")
    told = filled_in(stranger.told, TIMES)
    # What comes first may depend on how busy the machine is: its memory is full, or its time is up.
    # A page may show what stands between backticks as code, without them.
    page = result.page.replace("`", "")
    if not any(phrase.replace("`", "") in page for phrase in told.split(" | ")):
        said = " | ".join((*result.remarks, *result.reasons)) or "nothing"
        found.append(f"was not told {told!r}, but: {said[:600]}")
    # Graded notebooks have mark schemes, for those who grade by hand; pages must not.
    shown = result.page + result.notebook.replace(SECRETS["mark schemes"], "")
    found += [f"saw {name}" for name, secret in SECRETS.items() if secret in shown]
    # Twice the limit: the grader's own work and a busy machine come on top of it.
    longest = 2 * (PATIENCE.notebook + PATIENCE.cell) + 10
    if result.seconds > longest:
        found.append(f"took {result.seconds} seconds, and may take {longest}")
    return found


def harmed(alone: Run, beside: Run) -> list[str]:
    """Return which neighbours fared otherwise beside strangers than alone."""
    kinds: dict[str, tuple[Any, ...]] = {}
    names = [name for name in alone.results if name.startswith("neighbour-")]
    for number, name in enumerate(sorted(names)):
        kinds[str(number % len(names))] = _standing(alone.results[name])
    return [
        f"{name}: {_standing(result)[:3]} and not {expected[:3]}"
        for name, result in sorted(beside.results.items())
        if name.startswith("neighbour-")
        and _standing(result) != (expected := kinds[str(int(name[-2:]) % len(names))])
    ]


def _standing(result: Result) -> tuple[Any, ...]:
    return result.score, result.reasons, result.remarks, result.notebook


def as_data(run: Run) -> dict[str, Any]:
    """Return a run as plain data."""
    return asdict(run)
