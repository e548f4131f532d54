"""A grader that is killed, that finds no room, or that loses its gradebook, loses nobody's grades.

A short class is graded again and again by `autograder grade` in a process of its own, which is
killed at some moment. The next run goes on; in the end everything is as if nobody had been killed,
and nothing is left over on the machine.
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from counting import Tally
from graders import Ended, Graders, State

from autograder.class_config import write_config

pytestmark = pytest.mark.sandbox

SEED = 20_261
KILLS = 100
KILLS_WITH_TENSORFLOW = 3
# As SQLite and the system say it, for a full disk and for a file that may not grow.
NO_ROOM = re.compile("disk is full|No space left|disk I/O error|File too large")
WHOLE = 0.15  # so many of the graders have a zygote and a fork server of their own
TALKATIVE = "print('x' * 20_000)\n\n\ndef double(numbers):\n    return FACTOR * np.asarray(numbers)"


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    """Count over the tests of this file, and write it down."""
    counted = Tally("kills", main="sandbox")
    yield counted
    counted.write()


@pytest.fixture(scope="module")
def graders(course: Any) -> Iterator[Graders]:
    with Graders.of(course) as started:
        yield started


@pytest.fixture(scope="module")
def submitted(course: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a class folder as it is before anything was graded in it."""
    folder = tmp_path_factory.mktemp("class")
    for student, handed_in in {
        "ada": course.solved(double=TALKATIVE),
        "ben": course.solved(middle="def middle(numbers):\n    return 3"),
        "dan": course.solved(middle="import os\nos._exit(1)"),
        "eve": b'{"cells": [',
    }.items():
        path = folder / "submitted" / student / "01_tiny" / "01_tiny.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(
            handed_in if isinstance(handed_in, bytes) else json.dumps(handed_in).encode()
        )
    return folder


@dataclass
class Classes:
    """Class folders to grade, and how they look when nobody was disturbed.

    Attributes:
        fresh: nothing was graded before.
        marked: an earlier version of each submission was graded, and a person has given points and
            written comments since; all submissions have changed.
        expected: what each becomes.
        seconds: how long an undisturbed run takes here and now.
    """

    fresh: Path
    marked: Path
    expected: dict[Path, State] = field(default_factory=dict)
    seconds: float = 0.0


@pytest.fixture(scope="module")
def classes(submitted: Path, graders: Graders, tmp_path_factory: pytest.TempPathFactory) -> Classes:
    marked = tmp_path_factory.mktemp("marked") / "class"
    shutil.copytree(submitted, marked)
    for path in marked.glob("submitted/*/01_tiny/01_tiny.ipynb"):
        path.write_text("{}")
    assert graders.run(marked).status == 0
    with closing(sqlite3.connect(marked / "gradebook.db")) as database:
        database.execute("UPDATE grade SET manual_score = 1.5 WHERE auto_score IS NULL")
        database.execute("UPDATE comment SET manual_comment = 'Well argued, ' || id")
        database.commit()
    shutil.copytree(submitted, marked, dirs_exist_ok=True)
    found = Classes(submitted, marked)
    for start in (submitted, marked):
        undisturbed = tmp_path_factory.mktemp("undisturbed") / "class"
        shutil.copytree(start, undisturbed)
        began = time.monotonic()
        ended = graders.run(undisturbed)
        found.seconds = time.monotonic() - began
        assert [record["score"] for record in ended.records()] == [6, 5, 4, 0]
        found.expected[start] = State.of(undisturbed)
    return found


@pytest.fixture
def disturbed(
    graders: Graders,
    classes: Classes,
    tally: Tally,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> "Disturbed":
    return Disturbed(graders, classes, tally.of(request.node), tmp_path)


@dataclass
class Disturbed:
    """Grades classes in spite of everything."""

    graders: Graders
    classes: Classes
    count: "Counter[str]"
    place: Path
    kills: int = 0
    _start: Path | None = None
    _number: int = 0

    @property
    def folder(self) -> Path:
        """The class that is graded now."""
        return self.place / f"class-{self._number}"

    def begin(self, start: Path) -> Path:
        """Begin with a class as it was at the start."""
        self._number += 1
        self._start = start
        shutil.copytree(start, self.folder)
        return self.folder

    def run(self, **options: Any) -> Ended:
        """Grade the class of now; whoever is killed leaves no process behind."""
        ended = self.graders.run(self.folder, **options)
        if ended.was_killed:
            self.kills += 1
            assert self.graders.survivors() == {}
        return ended

    def all_is_well(self) -> None:
        """Make sure that the class of now is as if nobody had been disturbed."""
        assert self._start is not None
        found, expected = State.of(self.folder), self.classes.expected[self._start]
        self.count["tried"] += 1
        self.count["grades_lost"] += len(set(expected.rows) - set(found.rows))
        assert found.rows == expected.rows
        assert found.files == expected.files
        for student, notebook in expected.notebooks.items():
            # As text, since a difference is then one of a few lines.
            assert as_text(found.notebooks[student]) == as_text(notebook)
        assert self.graders.survivors() == {}
        assert self.graders.left_behind() == []
        self.count["contained"] += 1
        self.count["kills_survived"] += self.kills
        self.kills = 0


def test_moments_that_chance_seldom_meets(disturbed: Disturbed, classes: Classes) -> None:
    for start, moments in (
        (
            classes.fresh,
            [
                {"event": "half-written", "count": 1},  # nbgrader's configuration
                {"event": "commit", "count": 1},  # a gradebook begins
                {"event": "recorded", "count": 1},  # without its notebook
            ],
        ),
        (
            classes.marked,
            [
                {"event": "half-written", "count": 1},
                {"event": "commit", "count": 9, "seconds": 0.002},
            ],
        ),
    ):
        disturbed.begin(start)
        for moment in moments:
            assert disturbed.run(moment=moment | {"then": "die"}).was_killed, moment
        assert disturbed.run().status == 0
        disturbed.all_is_well()


@pytest.mark.slow
def test_a_hundred_kills_at_random_moments(disturbed: Disturbed, classes: Classes) -> None:
    random = np.random.default_rng(SEED)
    survived = 0
    while survived < KILLS:
        disturbed.begin(random.choice([classes.fresh, classes.marked], p=[0.3, 0.7]))
        while (ended := disturbed.run(**_some_moment(random, classes.seconds))).was_killed:
            survived += 1
        assert ended.status == 0, ended.said
        disturbed.all_is_well()


def _some_moment(random: np.random.Generator, seconds: float) -> dict[str, Any]:
    """Return when to kill: after some of the seconds that a run takes, or where it writes."""
    whole = bool(random.random() < WHOLE)
    kind = random.choice(["time", "commit", "recorded", "half-written"], p=[0.4, 0.3, 0.15, 0.15])
    if kind == "time":
        return {"whole": whole, "kill_after": float(random.uniform(0.02, 1.0)) * seconds}
    moment = {"event": str(kind), "count": int(random.integers(1, 4)), "then": "die"}
    if kind == "commit":
        moment |= {"count": int(random.integers(1, 25)), "seconds": float(random.uniform(0, 0.006))}
    return {"whole": whole, "moment": moment}


@pytest.mark.slow
def test_kills_with_the_zygote_that_imports_tensorflow(
    disturbed: Disturbed, classes: Classes
) -> None:
    random = np.random.default_rng(SEED)
    disturbed.begin(classes.marked)
    for options in (
        {"kill_after": float(random.uniform(2, 6))},  # in mid-import
        {"moment": {"event": "recorded", "count": 1, "then": "die"}},
        {"moment": {"event": "commit", "count": 12, "then": "die", "seconds": 0.003}},
    ):
        assert disturbed.run(with_tensorflow=True, **options).was_killed
    assert disturbed.run(with_tensorflow=True).status == 0
    disturbed.all_is_well()


def as_text(notebook: Any) -> str:
    """Return a notebook as text."""
    return json.dumps(notebook, indent=1)


def parent_of(process: int) -> int:
    """Return the id of a process's parent."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def told_plainly(ended: Ended) -> str:
    """Return the one sentence that a grader ended with."""
    assert ended.status == 1, ended.said
    assert "Traceback" not in ended.said
    assert len(ended.said.splitlines()) == 1
    return ended.said


def test_a_gradebook_that_someone_else_holds_costs_a_run_and_no_grade(
    disturbed: Disturbed, classes: Classes, graders: Graders
) -> None:
    folder = disturbed.begin(classes.marked)
    url = f"sqlite:///{folder / 'gradebook.db'}?timeout=0.5"
    with closing(sqlite3.connect(folder / "gradebook.db", isolation_level=None)) as other:
        with graders.paused(folder, options=["--db", url]):
            other.execute("BEGIN EXCLUSIVE")
        said = told_plainly(graders.wait())
    assert "gradebook.db" in said
    assert "cannot be written: database is locked" in said
    assert disturbed.run().status == 0
    disturbed.all_is_well()


def test_a_gradebook_that_vanishes_for_a_while_costs_a_run_and_no_grade(
    disturbed: Disturbed, classes: Classes, graders: Graders
) -> None:
    folder = disturbed.begin(classes.marked)
    with graders.paused(folder):
        (folder / "gradebook.db").rename(folder / "elsewhere")
    assert "gradebook.db cannot be written" in told_plainly(graders.wait())
    (folder / "elsewhere").rename(folder / "gradebook.db")
    assert disturbed.run().status == 0
    disturbed.all_is_well()


def test_a_gradebook_that_was_removed_is_made_anew(
    disturbed: Disturbed, classes: Classes, graders: Graders
) -> None:
    folder = disturbed.begin(classes.fresh)
    with graders.paused(folder, after=3):
        (folder / "gradebook.db").unlink()
    assert "gradebook.db cannot be written" in told_plainly(graders.wait())
    assert disturbed.run().status == 0
    disturbed.all_is_well()


def test_a_sandbox_that_is_killed_costs_a_run_and_no_grade(
    disturbed: Disturbed, classes: Classes, graders: Graders
) -> None:
    # As the system does when memory runs out.
    folder = disturbed.begin(classes.marked)
    with graders.paused(folder, whole=True):
        (zygote,) = (
            process
            for process, command in graders.processes().items()
            if command.startswith("bwrap ") and parent_of(process) == graders.pid
        )
        os.kill(zygote, 9)
    assert "sandbox" in told_plainly(graders.wait())
    assert disturbed.run().status == 0
    disturbed.all_is_well()


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[dict[str, Any]]:
    """Let a folder have little room; give what a grader has to be told so that it has.

    Root mounts a small file system. Others cannot: there no file may become large.
    """
    mounted = os.getuid() == 0 and not subprocess.call(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)],
        stderr=subprocess.DEVNULL,
    )
    try:
        yield {} if mounted else {"file_size": kilobytes * 1024}
    finally:
        if mounted:
            # Lazily: a test that was broken off may have left a grader in there.
            subprocess.check_call(["umount", "--lazy", str(folder)])


def a_full_disk(disturbed: Disturbed, start: Path, kilobytes: int) -> str:
    """Grade where there is too little room, then where there is enough; return what was said."""
    folder = disturbed.begin(start)
    before = disturbed.place / "before"
    folder.rename(before)
    folder.mkdir()
    with small_disk(folder, kilobytes) as limits:
        shutil.copytree(before, folder, dirs_exist_ok=True)
        said = told_plainly(disturbed.run(**limits))
        shutil.copytree(folder, disturbed.place / "after")
    shutil.rmtree(before)
    folder.rmdir() if not any(folder.iterdir()) else shutil.rmtree(folder)
    (disturbed.place / "after").rename(folder)
    assert disturbed.run().status == 0
    disturbed.all_is_well()
    return said


def used_by(folder: Path) -> int:
    """Return the KiB that a folder's files take, in whole pages."""
    return sum(-(-path.stat().st_size // 4096) * 4 for path in folder.rglob("*") if path.is_file())


def test_a_full_disk_costs_a_run_and_no_grade(disturbed: Disturbed, classes: Classes) -> None:
    said = a_full_disk(disturbed, classes.marked, used_by(classes.marked) + 40)
    assert NO_ROOM.search(said)


@pytest.mark.slow
@pytest.mark.parametrize("room", range(4, 260, 24))
def test_a_disk_that_is_full_at_any_point_costs_no_grade(
    disturbed: Disturbed, classes: Classes, room: int
) -> None:
    said = a_full_disk(disturbed, classes.fresh, used_by(classes.fresh) + room)
    assert NO_ROOM.search(said)


def test_no_room_for_temporary_files_is_told_before_anyone_is_graded(
    disturbed: Disturbed, classes: Classes, graders: Graders
) -> None:
    folder = disturbed.begin(classes.fresh)
    scratch = graders.temporary / "small"
    scratch.mkdir()
    with small_disk(scratch, 4) as limits:
        said = told_plainly(disturbed.run(temporary=scratch, whole=True, **limits))
    scratch.rmdir()
    assert NO_ROOM.search(said)
    assert not (folder / "autograded").exists()
    assert disturbed.run().status == 0
    disturbed.all_is_well()


def test_the_configuration_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, *_: Any, **__: Any) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match=r"No space left.*nbgrader_config\.py"):
        write_config(tmp_path)
    assert list(tmp_path.iterdir()) == []
