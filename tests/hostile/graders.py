"""Real graders, `autograder grade` in processes of their own, that tests may kill as they like."""

import json
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

NURSERY = Path(__file__).parent / "processes" / "nursery.py"
_SECONDS_TO_END = 500
_SECONDS_TO_VANISH = 300


@dataclass(frozen=True)
class Ended:
    """How a grader ended: what it said, and its exit status; -9 if it was killed."""

    status: int
    said: str

    @property
    def was_killed(self) -> bool:
        """True if it did not end by itself."""
        return self.status == -signal.SIGKILL

    def records(self) -> list[dict[str, Any]]:
        """Return what it printed as JSON."""
        records: list[dict[str, Any]] = json.loads(self.said)
        return records


@dataclass
class Graders:
    """Starts graders one after the other, each with its own temporary folder, and finds what stays.

    Attributes:
        temporary: their TMPDIR. Its name is in the environment, the command line or the mounts of
            all programs that they start, which tells those from what others run on this machine.
        pid: the process id of the latest.
    """

    temporary: Path
    _nursery: "subprocess.Popen[str]"
    _lent: str = ""
    _of_lent: frozenset[int] = frozenset()
    pid: int = 0
    _sessions: set[int] = field(default_factory=set)

    @classmethod
    @contextmanager
    def of(cls, course: Any) -> Iterator[Self]:
        """Provide graders of a course that is given by its root."""
        # A short name: sockets lie in there.
        temporary = Path(tempfile.mkdtemp(prefix=f"g-{uuid.uuid4().hex[:6]}-", dir="/tmp"))
        if os.getuid() == 0:
            temporary.chmod(0o711)  # kernels leave root, and pass through it to their own folders
        command = [sys.executable, str(NURSERY), str(course.root / "solutions")]
        nursery = subprocess.Popen(
            [*command, str(course.root / "checks")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        graders = cls(temporary, nursery)
        graders._lent = Path(graders._answer()["lent"]).name
        graders._of_lent = frozenset(graders.processes())
        try:
            yield graders
        finally:
            graders._of_lent = frozenset()
            nursery.communicate()  # it ends when there are no more orders
            for process in graders.processes():
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            shutil.rmtree(temporary, ignore_errors=True)
            temporary.with_suffix(".said").unlink(missing_ok=True)

    def start(
        self,
        folder: Path,
        *,
        moment: dict[str, Any] | None = None,
        whole: bool = False,
        with_tensorflow: bool = False,
        temporary: Path | None = None,
        **more: Any,
    ) -> None:
        """Begin to grade the class in a folder; see nursery.py for what is spared if not whole."""
        order = {
            "folder": str(folder),
            "said": str(self.temporary.with_suffix(".said")),
            "environment": {"TMPDIR": str(temporary or self.temporary)},
            "whole": whole or with_tensorflow,
            "with_tensorflow": with_tensorflow,
            **({"moment": moment} if moment else {}),
            **more,
        }
        assert self._nursery.stdin is not None
        print(json.dumps(order), file=self._nursery.stdin, flush=True)
        self.pid = self._answer()["pid"]
        self._sessions.add(self.pid)

    def wait(self, kill_after: float | None = None) -> Ended:
        """Wait for a grader's end, or kill it after so many seconds."""
        if kill_after is not None and not self._has_answered(kill_after):
            os.kill(self.pid, signal.SIGKILL)
        assert self._has_answered(_SECONDS_TO_END), "the grader does not end"
        said = self.temporary.with_suffix(".said")
        try:
            return Ended(self._answer()["exit"], said.read_text(encoding="utf-8"))
        finally:
            said.unlink()

    def run(self, folder: Path, *, kill_after: float | None = None, **options: Any) -> Ended:
        """Grade a class, to the end or until it is killed."""
        self.start(folder, **options)
        return self.wait(kill_after)

    @contextmanager
    def paused(self, folder: Path, *, after: int = 1, **options: Any) -> Iterator[None]:
        """Begin to grade, pause after so many results were written, and go on afterwards."""
        came, go = folder / "came", folder / "go"
        os.mkfifo(came)
        os.mkfifo(go)
        has_come = os.open(came, os.O_RDONLY | os.O_NONBLOCK)
        may_go = os.open(go, os.O_RDWR)  # it waits for as long as this is open
        try:
            moment = {"event": "written", "count": after, "then": "wait"}
            self.start(folder, moment=moment, **options)
            ready, _, _ = select.select([has_come, self._nursery.stdout], [], [], _SECONDS_TO_END)
            assert ready == [has_come], self.wait()
            yield
        finally:
            for descriptor in (has_come, may_go):
                os.close(descriptor)
            came.unlink()
            go.unlink()

    def _has_answered(self, seconds: float) -> bool:
        return bool(select.select([self._nursery.stdout], [], [], seconds)[0])

    def _answer(self) -> dict[str, Any]:
        assert self._nursery.stdout is not None
        # One answer at a time is all that ever waits, so nothing is left in a buffer.
        answer: dict[str, Any] = json.loads(self._nursery.stdout.readline())
        return answer

    def processes(self) -> dict[int, str]:
        """Return the processes that graders have started and that are still there."""
        marks = [name.encode() for name in (self.temporary.name, self._lent) if name]
        found = {}
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                command = (entry / "cmdline").read_bytes()
                if not command:  # ended, and nobody has asked for its status yet
                    continue
                marked = command + (entry / "environ").read_bytes()
                marked += (entry / "mountinfo").read_bytes()
                is_of_grader = os.getsid(int(entry.name)) in self._sessions
                if is_of_grader or any(mark in marked for mark in marks):
                    found[int(entry.name)] = command.decode(errors="replace").replace("\0", " ")
        return {process: found[process] for process in found.keys() - self._of_lent}

    def survivors(self) -> dict[int, str]:
        """Return the processes that are still there though their grader ended some time ago.

        Who is there when a grader ends may yet start another before it goes: the lent zygote takes
        a request that a killed grader had made, and finds nobody to answer. So we look again until
        nobody is there, or the time is over.
        """
        latest = time.monotonic() + _SECONDS_TO_VANISH
        while (found := self.processes()) and time.monotonic() < latest:
            for process in found:
                with suppress(ProcessLookupError):
                    descriptor = os.pidfd_open(process)
                    try:
                        select.select([descriptor], [], [], max(0.0, latest - time.monotonic()))
                    finally:
                        os.close(descriptor)
        return found

    def left_behind(self) -> list[str]:
        """Return temporary files and bound sockets that are still there."""
        files = [str(path) for path in self.temporary.rglob("*")]
        with open("/proc/net/unix", encoding="utf-8", errors="replace") as file:
            return files + [line.strip() for line in file if self.temporary.name in line]


@dataclass(frozen=True)
class State:
    """All that a class folder holds after grading, in a form that can be compared.

    Attributes:
        rows: students and their cells, with points and comments, those by hand as well.
        notebooks: the graded notebooks, by student.
        files: the names of all files.
    """

    rows: tuple[tuple[Any, ...], ...]
    notebooks: dict[str, Any]
    files: tuple[str, ...]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the state of a class folder; its gradebook has to be sound."""
        with closing(sqlite3.connect(folder / "gradebook.db")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            assert len(database.execute("SELECT * FROM alembic_version").fetchall()) == 1
            rows = database.execute(_ROWS).fetchall()
        graded = folder / "autograded"
        notebooks = {}
        for path in graded.rglob("*.ipynb"):
            notebook = json.loads(path.read_text(encoding="utf-8"))
            # It tells of changes to the grader's own code too, which someone may be working on.
            assert notebook["metadata"]["autograder"].pop("digest")
            for cell in notebook["cells"]:
                # Of a cell that ends its kernel it is chance whether the number is heard of.
                cell.pop("execution_count", None)
            notebooks[path.relative_to(graded).parts[0]] = notebook
        files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
        return cls(tuple(rows), notebooks, tuple(files))


_ROWS = """
SELECT student.id, assignment.name, notebook.name, cell.name, cell.type, written.kind,
       auto, by_hand, looks
FROM student
LEFT JOIN submitted_assignment AS handed_in ON handed_in.student_id = student.id
LEFT JOIN assignment ON assignment.id = handed_in.assignment_id
LEFT JOIN submitted_notebook ON submitted_notebook.assignment_id = handed_in.id
LEFT JOIN notebook ON notebook.id = submitted_notebook.notebook_id
LEFT JOIN (
    SELECT 'grade' AS kind, notebook_id, cell_id, auto_score AS auto, manual_score AS by_hand,
           needs_manual_grade AS looks FROM grade
    UNION ALL
    SELECT 'comment', notebook_id, cell_id, auto_comment, manual_comment, NULL FROM comment
) AS written ON written.notebook_id = submitted_notebook.id
LEFT JOIN base_cell AS cell ON cell.id = written.cell_id
ORDER BY 1, 2, 3, 4, 5, 6
"""
