"""`pytest exercises/04_prepare` runs the notebook beside the checks, and asks it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHECKS = '''\
import numpy as np
import pytest


@pytest.mark.question("double", lesson="01-see#twice")
class TestDouble:
    hints = ("a", "b", "c")

    @pytest.mark.points(1)
    def test_of_two(self, learner):
        """Two becomes four."""
        found = learner.double(2)
        assert found == 4, f"double(2) is {found}, it should be 4."

    @pytest.mark.points(1)
    def test_of_digits(self, learner, digits, labels):
        """Digits become twice as bright."""
        found = learner.double(digits[labels == 3].astype(float))
        assert np.max(found) == 510, f"The largest is {np.max(found)}."
'''
HIDDEN = '''

    @pytest.mark.points(1)
    def test_agrees(self, learner, reference):
        """Agrees."""
        assert learner.double(7) == reference.double(7), "no"
'''


def cell(source: str, kind: str = "code", **metadata: Any) -> dict:
    made = {"cell_type": kind, "id": f"c{abs(hash(source))}", "source": source}
    made["metadata"] = metadata
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


CELLS = [
    cell("# Twice", "markdown"),
    cell("%matplotlib inline\nimport numpy as np"),
    cell("1 / 0"),
    cell("def double(x):\n    return 2 * x"),
    cell("raise SystemExit('a check cell was run')", nbgrader={"grade": True}),
    cell("import os; os._exit(3)  # long training", tags=["experiment"]),
]
WRONG = [*CELLS[:3], cell("def double(x):\n    return x")]


def write_notebook(path: Path, cells: list[dict]) -> Path:
    path.write_text(
        json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    )
    return path


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run pytest as a learner does, on a folder with checks and some files."""

    def run_pytest(files: dict[str, Any], *options: str, checks: str = CHECKS) -> tuple[int, str]:
        folder = tmp_path / "01_see"
        folder.mkdir()
        (folder / "test_01_see.py").write_text(checks)
        for name, content in files.items():
            if isinstance(content, list):
                write_notebook(folder / name, content)
            else:
                (folder / name).write_text(content)
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "01_see", *options],
            cwd=tmp_path,
            env=os.environ | {"PYTEST_ADDOPTS": "", "MPLBACKEND": "Agg"},
            capture_output=True,
            text=True,
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr

    return run_pytest


def test_the_notebook_beside_the_checks_is_asked(run: Callable) -> None:
    code, said = run({"01_see.ipynb": CELLS})
    assert code == 0, said
    assert "2 passed" in said
    assert "Unknown pytest.mark" not in said


def test_a_wrong_notebook_fails_with_the_authors_message(run: Callable) -> None:
    code, said = run({"01_see.ipynb": WRONG})
    assert code == 1
    assert "double(2) is 2, it should be 4." in said
    assert "2 failed" in said


def test_another_notebook_can_be_named(run: Callable, tmp_path: Path) -> None:
    other = write_notebook(tmp_path / "mine.ipynb", CELLS)
    code, said = run({"01_see.ipynb": WRONG}, "--notebook", str(other))
    assert code == 0, said
    assert f"notebook: {other}" in said


def test_several_notebooks_are_told_apart_by_name_only(run: Callable) -> None:
    code, said = run({"a.ipynb": CELLS, "b.ipynb": CELLS})
    assert code == 1
    assert "There are 2 notebooks in" in said
    assert "say which with --notebook PATH" in said


def test_a_file_that_is_no_notebook_is_named(run: Callable) -> None:
    code, said = run({"01_see.ipynb": "no notebook"})
    assert code == 1
    assert "01_see.ipynb is not a notebook that can be read" in said


def test_a_hidden_check_says_what_it_needs(run: Callable) -> None:
    code, said = run({"01_see.ipynb": CELLS}, checks=CHECKS + HIDDEN)
    assert code == 1
    assert "2 passed" in said
    assert "Hidden checks need what only a grader has" in said
