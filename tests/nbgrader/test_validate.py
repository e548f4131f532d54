"""nbgrader's Validate button says the same as `check`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder import repository
from autograder.sample_class import hand_in

pytestmark = pytest.mark.browser  # as slow as one: starts a stock kernel


def _validate(folder: Path, script: str) -> str:
    """Hand in what a learner's script says, press Validate, and return what nbgrader prints."""
    (assignment,) = repository.load_assignments(["04_prepare"])
    path = folder / "04_prepare.ipynb"
    notebook = nbformat.reads(hand_in(script, assignment), as_version=4)
    notebook.cells = [cell for cell in notebook.cells if _belongs_to_normalize(cell)]
    nbformat.write(notebook, path)
    shutil.copy(repository.EXERCISES / "04_prepare" / "test_04_prepare.py", folder)
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    }
    command = [sys.executable, "-m", "nbgrader", "validate", str(path)]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def _belongs_to_normalize(cell: nbformat.NotebookNode) -> bool:
    name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    return name in ("normalize", "check-normalize") or name.startswith("locked")


def test_validate_accepts_a_right_answer(tmp_path: Path) -> None:
    assert "passes all the tests" in _validate(tmp_path, "# %% solved=true\n# all\n")


def test_validate_shows_why_a_check_fails(tmp_path: Path) -> None:
    script = '# %% exercise="normalize"\ndef normalize(images):\n    return images / 255 / 255\n'
    said = _validate(tmp_path, script)
    assert "VALIDATION FAILED ON 1 CELL" in said
    assert "255" in said


def test_validate_rejects_the_stub(tmp_path: Path) -> None:
    said = _validate(tmp_path, "# %%\n# nothing done\n")
    assert "VALIDATION FAILED ON 1 CELL" in said
