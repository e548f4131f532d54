"""Grading needs no root: an ordinary user's sandbox holds as well, and gives the same points."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ordinary_user import as_ordinary_user, clone_into, give_to_user

pytestmark = pytest.mark.sandbox

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


@pytest.fixture(scope="module")
def found(course: Any, open_folder: Path) -> dict[str, Any]:
    """Let an ordinary user try the sandbox and grade two notebooks; return what came out."""
    clone_into(open_folder, "course", "autograder")
    (open_folder / "source.ipynb").write_text(course.tiny.source)
    shutil.copy(course.tiny.checks, open_folder / "test_tiny.py")
    looks = "import os\ndef middle(numbers):\n    return str(os.listdir('/proc'))"
    for name, notebook in (("right", course.solved()), ("looks", course.solved(middle=looks))):
        (open_folder / f"handed-in-{name}.ipynb").write_text(json.dumps(notebook))
    (open_folder / "grader.py").write_text(GRADER)
    give_to_user(open_folder)
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
