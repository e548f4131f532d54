"""`autograder rehearse`: runs solved notebooks from top to bottom, as a learner would at home.

Experiments run too, which grading leaves out. What it takes is written down for the notebooks,
which tell it to their readers.
"""

import json
import os
import platform
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from autograder.authoring.run_times import RUN_TIMES
from autograder.grading import Assignment
from autograder.submission import is_experiment

_SECONDS_PER_CELL = 600
_ALL_PASS = re.compile(r"^\w+: (\d+) of \1 visible checks? pass", re.MULTILINE)


class RehearsalError(RuntimeError):
    """A solved notebook does not run to its end; the message says in which cell, and why."""


@dataclass(frozen=True)
class Rehearsal:
    """A run of a solved notebook.

    Attributes:
        seconds: from the start of the kernel to the last cell.
        notebook: the notebook with its outputs.
    """

    seconds: float
    notebook: NotebookNode


def rehearse(assignment: Assignment) -> Rehearsal:
    """Run a solved notebook with its experiments in the python3 kernel, and its checks.

    Raises:
        RehearsalError: a cell ended with an error, or a check did not pass.
    """
    notebook = assignment.notebook()
    for cell in notebook.cells:
        if is_experiment(cell):
            cell.metadata.pop("tags")
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as folder:
        for name, content in assignment.files.items():
            (Path(folder) / name).write_bytes(content)
        client = NotebookClient(
            notebook,
            timeout=_SECONDS_PER_CELL,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
        )
        began = time.perf_counter()
        try:
            client.execute(env=os.environ | {"CUDA_VISIBLE_DEVICES": "-1"})
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise RehearsalError(f"{assignment.name} does not run to its end: {error}") from error
        seconds = time.perf_counter() - began
    _demand_passing_checks(assignment, notebook)
    return Rehearsal(seconds, notebook)


def _demand_passing_checks(assignment: Assignment, notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            said = "\n".join(_text(output) for output in cell.outputs)
            if not _ALL_PASS.search(said):
                raise RehearsalError(f"{assignment.name}, {cell.source}: {said.strip()}")


def _text(output: NotebookNode) -> str:
    data: dict[str, Any] = output.get("data", {})
    return str(data.get("text/plain", output.get("text", "")))


def write_run_times(seconds: dict[str, float], path: Path = RUN_TIMES) -> None:
    """Keep what rehearsals took, beside what is known of other notebooks, and where it was."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    times = known.get("seconds", {}) | {name: round(took, 1) for name, took in seconds.items()}
    content = {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "tensorflow": _version("tensorflow"),
        "keras": _version("keras"),
        "seconds": dict(sorted(times.items())),
    }
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)
