"""From a percent script to nbgrader's source notebook, which holds stub and solution in one.

An author writes `solutions/NN_name.py`; nobody writes nbgrader's JSON.
"""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.authoring.error import AuthoringError
from autograder.authoring.percent_script import Kind, Script, ScriptCell, parse_script
from autograder.authoring.regions import is_handed_out_solved
from autograder.authoring.rules import check_rules

ANSWER = "YOUR ANSWER HERE"
# nbclient and nbgrader leave out cells with the second tag; the first is for people.
EXPERIMENT_TAGS = ["experiment", "skip-execution"]

_SCHEMA_VERSION = 3
_LONGEST_SLUG = 40
# No version of Python and no name of a machine: two runs anywhere give the same bytes.
_NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}


def read_script(path: Path) -> Script:
    """Read a percent script and check that it can be released.

    Raises:
        AuthoringError: it cannot; the message names file, line and mend.
    """
    script = parse_script(path)
    check_rules(script)
    return script


def source_notebook(script: Script, points: Mapping[str, int]) -> NotebookNode:
    """Return nbgrader's source notebook of a script: solutions and mark schemes included.

    It runs as it stands, so it is the reference notebook, too. It has no outputs, and depends on
    nothing but the arguments.

    Args:
        points: what each exercise is worth: the sum of its tests' points.

    Raises:
        AuthoringError: `points` lacks an exercise.
    """
    ids = _CellIds()
    cells: list[NotebookNode] = []
    for cell in script.cells:
        cells.append(_notebook_cell(script, cell, points, ids))
        if cell.kind is Kind.QUESTION:
            cells.append(new_markdown_cell(ANSWER, id=f"answer-{cell.name}"))
    return new_notebook(cells=cells, metadata=from_dict(_NOTEBOOK_METADATA))


def _notebook_cell(
    script: Script, cell: ScriptCell, points: Mapping[str, int], ids: "_CellIds"
) -> NotebookNode:
    metadata: dict[str, Any] = {}
    match cell.kind:
        case Kind.EXERCISE:
            cell_id = cell.name
            # nbgrader's generator empties a solution cell that has no region.
            metadata["nbgrader"] = _nbgrader(
                cell, cell_id, solution=not is_handed_out_solved(cell.source)
            )
        case Kind.CHECK:
            if cell.name not in points:
                raise AuthoringError(
                    script.path,
                    cell.line,
                    f'exercise "{cell.name}" has no points. Add a class marked '
                    f'`@pytest.mark.question("{cell.name}")` to test_{script.name}.py.',
                )
            cell_id = f"check-{cell.name}"
            metadata["nbgrader"] = _nbgrader(
                cell, cell_id, grade=True, locked=True, points=points[cell.name]
            )
        case Kind.QUESTION:
            cell_id = cell.name
            metadata["nbgrader"] = _nbgrader(
                cell, cell_id, task=True, locked=True, points=cell.points
            )
        case Kind.LOCKED:
            # Numbered, not named after its text: the gradebook keeps this name for a whole term.
            cell_id = cell.name or ids.take_numbered("locked")
            if cell.name:  # ours, and of no interest to learners: shown folded
                metadata["jupyter"] = {"source_hidden": True}
            metadata["nbgrader"] = _nbgrader(cell, cell_id, locked=True)
        case Kind.EXPERIMENT:
            cell_id = ids.take(_readable_id(cell))
            metadata["tags"] = EXPERIMENT_TAGS
        case Kind.PROSE | Kind.CODE:
            cell_id = ids.take(_readable_id(cell))
    new_cell = new_code_cell if cell.cell_type == "code" else new_markdown_cell
    return new_cell(cell.source, id=cell_id, metadata=from_dict(metadata))


def _nbgrader(
    cell: ScriptCell,
    grade_id: str,
    *,
    grade: bool = False,
    solution: bool = False,
    locked: bool = False,
    task: bool = False,
    points: int | float | None = None,
) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "schema_version": _SCHEMA_VERSION,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": task,
        "grade_id": grade_id,
        "cell_type": cell.cell_type,
    }
    return metadata if points is None else metadata | {"points": points}


def _readable_id(cell: ScriptCell) -> str:
    """Return an id from a cell's first words, so that a new cell does not rename the others."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", cell.source.lower()):
        if len(slug) + len(word) >= _LONGEST_SLUG:
            break
        slug += f"-{word}"
    # Always with a hyphen, which the name of an exercise cannot have.
    return cell.kind.value + (slug or "-cell")


class _CellIds:
    """Hands out each id once."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def take(self, wanted: str) -> str:
        """Return the id, with a number if it is taken."""
        self._taken[wanted] += 1
        if self._taken[wanted] == 1:
            return wanted
        return self.take(f"{wanted}-{self._taken[wanted]}")

    def take_numbered(self, prefix: str) -> str:
        """Return the prefix with the next number."""
        self._taken[prefix] += 1
        return f"{prefix}-{self._taken[prefix]}"
