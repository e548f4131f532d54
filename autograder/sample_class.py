"""Makes the sample class of the demo: notebooks as learners hand them in, good and bad.

What each learner did is a small script in ``autograder/samples``; see the README there.
"""

import ast
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder import repository
from autograder.grading import Assignment
from autograder.submission import grade_id

SAMPLES = Path(__file__).parent / "samples"
_ANSWER = "YOUR ANSWER HERE"


def write_sample_class(submitted: Path, assignments: Mapping[str, Assignment]) -> int:
    """Write what every sample learner hands in, in nbgrader's layout; return how many there are.

    Args:
        submitted: the folder; it is made anew where its content differs.
        assignments: by name; samples of others are left out.
    """
    shutil.rmtree(submitted, ignore_errors=True)
    count = 0
    for sample in sorted(SAMPLES.glob("*/*")):
        assignment = assignments.get(sample.stem)
        if assignment is None:
            continue
        path = submitted / sample.parent.name / sample.stem / f"{sample.stem}.ipynb"
        path.parent.mkdir(parents=True)
        if sample.suffix == ".py":
            script = sample.read_text(encoding="utf-8")
            path.write_text(hand_in(script, assignment), "utf-8")
            for name, content in assignment.files.items():
                if f'not_handed_in="{name}"' not in script:
                    (path.parent / name).write_bytes(content)
        else:
            shutil.copyfile(sample, path)
        count += 1
    return count


def hand_in(script: str, assignment: Assignment) -> str:
    """Return the notebook, as JSON, that a learner hands in who did what a script says."""
    changes = jupytext.reads(script, fmt="py:percent").cells
    solved = any(change.metadata.get("solved") for change in changes)
    notebook = assignment.notebook() if solved else _released(assignment)
    for change in changes:
        _apply(change, notebook, assignment.name)
    # As from an older Jupyter, without ids: these would differ from run to run.
    document = json.loads(nbformat.writes(notebook))
    document["nbformat_minor"] = 4
    for cell in document["cells"]:
        cell.pop("id", None)
    return json.dumps(document, indent=1)


def _released(assignment: Assignment) -> NotebookNode:
    path = repository.EXERCISES / assignment.name / f"{assignment.name}.ipynb"
    return nbformat.read(path, as_version=4)


def _apply(change: NotebookNode, notebook: NotebookNode, assignment: str) -> None:
    cells = notebook.cells
    options = change.metadata
    if "mistake" in options:
        path = repository.MISTAKES / assignment / options["exercise"] / f"{options['mistake']}.py"
        cells[_find(cells, options["exercise"])].source = _without_docstring(path)
    elif "exercise" in options:
        cells[_find(cells, options["exercise"])].source = change.source
    elif "deleted" in options:
        del cells[_find(cells, options["deleted"])]
    elif "before" in options:
        cells.insert(_find(cells, options["before"]), new_code_cell(change.source))
    elif "answer" in options:
        below = cells[_find(cells, options["answer"]) :]
        next(cell for cell in below if cell.source.strip() == _ANSWER).source = change.source


def _without_docstring(path: Path) -> str:
    """Return the code of a mistake's file, without what it says to `autograder verify`."""
    source = path.read_text(encoding="utf-8")
    first = ast.parse(source).body[0]
    return "\n".join(source.split("\n")[first.end_lineno :]).strip()


def _find(cells: list[NotebookNode], name: str) -> int:
    return next(index for index, cell in enumerate(cells) if grade_id(cell) == name)
