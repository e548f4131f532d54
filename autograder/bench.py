"""`make bench`: how fast grading is, as ratios measured side by side in one run.

The same submissions of one assignment are graded by `nbgrader autograde` as it comes (its own
pipeline, the python3 kernel, hidden checks not run), and by `autograder grade` (sandbox and hidden
checks on). The floor is what remains if everything but the cells is free: they run in forks of one
process that has imported all, visible checks included.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from autograder import repository

ASSIGNMENT = "05_build"
SUBMISSIONS = 12
_STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.Execute.timeout = 300
"""


def main() -> None:
    """Measure, print, and write ``build/bench.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=SUBMISSIONS)
    parser.add_argument("--assignment", default=ASSIGNMENT)
    parser.add_argument("--floor", metavar="NOTEBOOK", help="internal: run the cells and report")
    options = parser.parse_args()
    if options.floor:
        print(json.dumps(run_cells_in_forks(Path(options.floor), options.submissions)))
        return
    result = measure(options.assignment, options.submissions)
    path = repository.BUILD / "bench.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, indent=2), encoding="utf-8")
    for name, value in result.items():
        print(f"{name:>24}  {value if not isinstance(value, float) else round(value, 3)}")
    print(f"written to {os.path.relpath(path)}")


def measure(name: str, submissions: int) -> dict[str, Any]:
    """Grade the same submissions in all three ways, one after the other.

    Returns:
        Seconds per submission (``nbgrader_s``, ``autograder_s``, ``floor_s``; ``open_s`` without a
        sandbox), the start-up, ratios with and without it, the overhead per submission and core
        beyond the floor, and that of isolation: 0.1 where it makes grading a tenth slower.
    """
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        notebook = _hand_in(name, root / "ours" / "submitted", submissions)
        ours, startup = _grade_ours(root / "ours", name)
        _hand_in(name, root / "open" / "submitted", submissions)
        opened, opened_startup = _grade_ours(root / "open", name, isolated=False)
        floor = _floor(notebook, submissions)
        _hand_in(name, root / "stock" / "submitted", submissions)
        stock = _grade_stock(root / "stock", name)
    autograder_s = (ours - startup) / submissions
    open_s = (opened - opened_startup) / submissions
    nbgrader_s = stock / submissions
    return {
        "assignment": name,
        "submissions": submissions,
        "cores": cores,
        "nbgrader_s": nbgrader_s,
        "autograder_s": autograder_s,
        "open_s": open_s,
        "floor_s": floor,
        "startup_s": startup,
        "import_s": _import_seconds(),
        "speedup": nbgrader_s / autograder_s,
        "speedup_with_startup": stock / ours,
        "overhead_s_per_core": autograder_s * cores - floor,
        "isolation_overhead": autograder_s / open_s - 1,
    }


def run_cells_in_forks(path: Path, times: int) -> float:
    """Run a notebook's cells in forks of this process; return the median of their seconds."""
    from autograder.warm import zygote

    zygote.preload(with_tensorflow=True)
    cells = [
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code" and "experiment" not in cell["metadata"].get("tags", [])
    ]
    os.chdir(path.parent)
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        child = os.fork()
        if child == 0:
            _run_cells(cells)
        os.waitpid(child, 0)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def _run_cells(cells: list[str]) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    from autograder.warm import zygote

    zygote.prepare_tensorflow()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    shell = InteractiveShell.instance()
    for cell in cells:
        shell.run_cell(cell)
    os._exit(0)


def _hand_in(name: str, submitted: Path, submissions: int) -> Path:
    """Hand in the solved notebook under many names; return one of the files."""
    (assignment,) = repository.load_assignments([name])
    for number in range(submissions):
        folder = submitted / f"student{number:02}" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.ipynb").write_text(assignment.source, encoding="utf-8")
        shutil.copy(repository.EXERCISES / name / f"test_{name}.py", folder)
    return folder / f"{name}.ipynb"


def _grade_ours(root: Path, name: str, *, isolated: bool = True) -> tuple[float, float]:
    """Return the seconds of the whole run, and how many of them were start-up."""
    from autograder.class_run import run_class
    from autograder.classroom import find_submissions
    from autograder.workers import Workplace

    assignments = repository.load_assignments([name])
    found = find_submissions(root / "submitted", assignments)
    workplace = Workplace(assignments, isolated=isolated)
    began = time.perf_counter()
    result = run_class(found, workplace, root, f"sqlite:///{root / 'gradebook.db'}")
    seconds = time.perf_counter() - began
    assert result.graded == len(found)
    assert not any(record["lost"] for record in result.records), result.records
    return seconds, workplace.ready_at - began


def _grade_stock(root: Path, name: str) -> float:
    """Return the seconds of `nbgrader autograde`, with nbgrader as it comes."""
    (assignment,) = repository.load_assignments([name])
    source = root / "source" / name
    source.mkdir(parents=True)
    (source / f"{name}.ipynb").write_text(assignment.source, encoding="utf-8")
    shutil.copy(repository.EXERCISES / name / f"test_{name}.py", source)
    (root / "nbgrader_config.py").write_text(_STOCK_CONFIG.format(root=str(root)), "utf-8")
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    environment = os.environ | {"PATH": path, "CUDA_VISIBLE_DEVICES": ""}
    nbgrader = [sys.executable, "-m", "nbgrader"]
    _run([*nbgrader, "generate_assignment", name], root, environment)
    began = time.perf_counter()
    _run([*nbgrader, "autograde", name], root, environment)
    return time.perf_counter() - began


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _floor(notebook: Path, submissions: int) -> float:
    command = [sys.executable, "-m", "autograder.bench", "--floor", str(notebook)]
    command += ["--submissions", str(submissions)]
    said = _run(command, repository.ROOT, {**os.environ, "CUDA_VISIBLE_DEVICES": "-1"})
    return float(said.strip().splitlines()[-1])


def _import_seconds() -> float:
    """Return how long one import of Keras with TensorFlow takes here."""
    began = time.perf_counter()
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1"}
    _run([sys.executable, "-c", "import keras"], repository.ROOT, environment)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
