"""Runs the cells of a notebook file in this process, for `pytest exercises/04_prepare`."""

import json
from pathlib import Path

import pytest

from course.notebook import LocalNotebook

# Experiments train for long, and check cells would run the checks that pytest is about to run.
_LEFT_OUT = ("experiment",)


def run_notebook(path: Path) -> LocalNotebook:
    """Run a notebook's code cells in order, as *Run All* would, going on after an error.

    Args:
        path: a notebook file.

    Returns:
        The notebook, ready to be asked.
    """
    from IPython.core.interactiveshell import InteractiveShell

    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        pytest.fail(f"{path} is not a notebook that can be read ({error}).")
    shell = InteractiveShell()
    for cell in cells:
        metadata = cell.get("metadata", {})
        is_check = metadata.get("nbgrader", {}).get("grade", False)
        left_out = is_check or any(tag in metadata.get("tags", []) for tag in _LEFT_OUT)
        if cell.get("cell_type") == "code" and not left_out:
            shell.run_cell("".join(cell["source"]), store_history=False)
    return LocalNotebook(shell.user_ns)
