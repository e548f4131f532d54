"""Grading needs no root: an ordinary user's sandbox holds as well, and gives the same points."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]
USER = 4242  # any number that is nobody's will do

# Run as root in a mount namespace of its own: where folders on the way to the interpreter are
# closed to others, as root's home is, puts open ones in their places, and becomes the user.
BECOME_USER = """
import json, os, subprocess, sys, tempfile

open_up, folder, user, command = json.loads(sys.argv[1]), *sys.argv[2:4], sys.argv[4:]

def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)

def bind(source, target):
    if os.path.islink(source):
        os.symlink(os.readlink(source), target)
    elif os.path.isdir(source):
        os.makedirs(target, mode=0o755, exist_ok=True)
        mount("--bind", source, target)
    else:
        open(target, "w").close()
        mount("--bind", source, target)

mount("--make-rprivate", "/")
for closed, needed in open_up.items():
    behind = tempfile.mkdtemp(dir=folder)
    mount("--rbind", closed, behind)
    mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", closed)
    for path in needed:
        source = os.path.normpath(os.path.join(behind, os.path.relpath(path, closed)))
        if os.stat(source).st_mode & 0o001:
            bind(source, path)
            continue
        os.makedirs(path, mode=0o755, exist_ok=True)
        for name in os.listdir(source):
            bind(os.path.join(source, name), os.path.join(path, name))
os.execvp("setpriv", ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups",
                      "--inh-caps=-all", "--bounding-set=-all", *command])
"""

GRADER = """
import json, os, sys
from dataclasses import replace
from pathlib import Path

from autograder.grading import Assignment, Bench, grade_submission
from autograder.isolation import demand_isolation
from autograder.provisioner import use_zygote
from autograder.sandbox import SandboxError, Zygote

folder = Path(sys.argv[1])
assignment = Assignment("01_tiny", (folder / "source.ipynb").read_text(), folder / "test_tiny.py")
found = {"user": os.getuid()}
with Zygote(with_tensorflow=False) as zygote:
    address = zygote.wait_until_ready()
    for lock in ("namespaces", "limits", "landlock", "seccomp"):
        use_zygote(replace(address, without=(lock,)))
        try:
            demand_isolation()
        except SandboxError as error:
            found[lock] = str(error)
    use_zygote(address)
    demand_isolation()
    with Bench(address, [assignment]) as bench:
        for path in sorted(folder.glob("handed-in-*.ipynb")):
            graded = grade_submission(path.read_bytes(), assignment, bench)
            reasons = [loss["reason"] for loss in graded.losses()]
            found[path.stem] = {"earned": graded.earned, "reasons": reasons}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """Return a folder that everyone may enter, which those of pytest are not."""
    folder = Path(tempfile.mkdtemp(prefix="ordinary-user-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def closed_folder_above(path: Path) -> Path | None:
    """Return the topmost folder on the way to a path that others may not pass, if there is one."""
    for folder in (*reversed(path.parents), path):
        if not folder.stat().st_mode & stat.S_IXOTH:
            return folder
    return None


def as_ordinary_user(script: Path, *arguments: str, home: Path) -> str:
    """Run a Python script as someone who is not root; return what it prints."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "PYTHONPATH": str(home / "clone"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["env", "-i", *(f"{name}={value}" for name, value in environment.items())]
    command += [sys.executable, str(script), *arguments]
    if os.getuid() == 0:
        open_up: dict[str, list[str]] = {}
        for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
            closed = closed_folder_above(Path(prefix))
            if closed is not None:
                open_up.setdefault(str(closed), []).append(prefix)
        become = [sys.executable, "-c", BECOME_USER, json.dumps(open_up), str(home), str(USER)]
        command = ["unshare", "--mount", *become, *command]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def found(course: Any, open_folder: Path) -> dict[str, Any]:
    """Let an ordinary user try the sandbox and grade two notebooks; return what came out."""
    # The clone may lie where others cannot go: they get a copy of what is run.
    for package in ("course", "autograder"):
        shutil.copytree(
            ROOT / package,
            open_folder / "clone" / package,
            ignore=shutil.ignore_patterns("__pycache__", "checks"),
        )
    (open_folder / "source.ipynb").write_text(course.tiny.source)
    shutil.copy(course.tiny.checks, open_folder / "test_tiny.py")
    looks = "import os\ndef middle(numbers):\n    return str(os.listdir('/proc'))"
    for name, notebook in (("right", course.solved()), ("looks", course.solved(middle=looks))):
        (open_folder / f"handed-in-{name}.ipynb").write_text(json.dumps(notebook))
    (open_folder / "grader.py").write_text(GRADER)
    for path in open_folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if os.getuid() == 0:
            os.chown(path, USER, USER)
    if os.getuid() == 0:
        os.chown(open_folder, USER, USER)
    said = as_ordinary_user(open_folder / "grader.py", str(open_folder), home=open_folder)
    result: dict[str, Any] = json.loads(said.splitlines()[-1])
    return result


def test_it_is_not_root_who_grades(found: dict[str, Any]) -> None:
    assert found["user"] != 0


def test_an_ordinary_user_gets_the_same_points(found: dict[str, Any]) -> None:
    assert found["handed-in-right"] == {"earned": 6, "reasons": []}
    assert found["handed-in-looks"]["earned"] == 4


def test_an_ordinary_users_kernels_see_nothing_of_the_system(found: dict[str, Any]) -> None:
    (reason,) = found["handed-in-looks"]["reasons"]
    assert "PermissionError" in reason


@pytest.mark.parametrize(
    ("lock", "hole"),
    [
        ("namespaces", "see other processes"),
        ("limits", "take any amount of memory"),
        ("landlock", "list the root folder"),
        ("seccomp", "start a process"),
    ],
)
def test_an_ordinary_users_sandbox_is_tried_lock_by_lock(
    found: dict[str, Any], lock: str, hole: str
) -> None:
    assert hole in found[lock]
