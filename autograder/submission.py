"""Reads what a learner handed in, and makes a notebook of it that is safe to run and to judge.

Only three things of a submission are believed: the text of its cells, their order, and which cell
claims to be which. Locked cells get the author's text back, points and tags are the author's, and
outputs that came with the notebook are dropped.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import nbformat
from nbformat import NotebookNode

MAX_BYTES = 25 * 2**20
MAX_CELLS = 2_000
# Making a page of a text takes longer the longer it is, for some texts by the square of it.
MAX_CODE = 2**20  # characters, in all cells together
_MAX_TEXT = 200_000
_MAX_TEXT_OF_CELL = 20_000
_CUT = "\n\n… cut: of a text, {:,} characters are kept, and {:,} of all texts of a notebook."
_NOTEBOOK_FORMAT = {"nbformat": 4, "nbformat_minor": 5}
_CELL_TYPES = ("code", "markdown", "raw")
EXPERIMENT = "experiment"


class UnreadableSubmission(ValueError):
    """A submission cannot be graded at all; the message tells its owner why, and what to do."""


@dataclass(frozen=True)
class Submission:
    """A sanitized notebook.

    Attributes:
        notebook: what will be run, cell by cell.
        remarks: what was odd, for the feedback.
    """

    notebook: NotebookNode
    remarks: tuple[str, ...] = field(default=())


def read_submission(data: bytes, source: NotebookNode) -> Submission:
    """Read a submitted notebook against the notebook that its author wrote.

    Args:
        data: the bytes of the submitted file.
        source: the author's notebook, with nbgrader's metadata.

    Raises:
        UnreadableSubmission: it is no notebook, too large, or not one of this assignment.
    """
    cells = _cells(_parse(data))
    authored = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in source.cells
        if "nbgrader" in cell.metadata
    }
    remarks: list[str] = []
    seen: set[str] = set()
    clean = [_clean_cell(cell, authored, seen, remarks) for cell in cells]
    _bound_texts(clean)
    if seen.isdisjoint(_telling_names(source)):
        raise UnreadableSubmission(
            "None of this assignment's cells are in this notebook. It may be the notebook of "
            "another assignment: hand in the one that you downloaded for this assignment."
        )
    for number, cell in enumerate(clean):
        cell["id"] = f"cell-{number}"
    metadata = {"kernelspec": source.metadata.kernelspec}
    notebook = nbformat.from_dict({**_NOTEBOOK_FORMAT, "metadata": metadata, "cells": clean})
    return Submission(notebook, tuple(remarks))


def belongs_to(data: bytes, source: NotebookNode) -> bool:
    """Tell whether a file is a notebook with cells of an assignment.

    Raises:
        UnreadableSubmission: it is no notebook at all.
    """
    known = _telling_names(source)
    claimed = (cell.get("metadata") for cell in _cells(_parse(data)))
    return any(_claimed_id(metadata) in known for metadata in claimed)


def _telling_names(source: NotebookNode) -> set[str]:
    """Return the names of an assignment's exercises and questions, which no other has."""
    names: set[str] = set()
    for cell in source.cells:
        ours = cell.metadata.get("nbgrader", {})
        if ours.get("grade") or ours.get("solution") or ours.get("task"):
            names.add(ours["grade_id"])
    return names


def grade_id(cell: Mapping[str, Any]) -> str | None:
    """Return the name by which nbgrader knows a cell, if it knows it."""
    name = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name if isinstance(name, str) else None


def is_experiment(cell: Mapping[str, Any]) -> bool:
    """Tell whether a cell is for home only and is not run when graded."""
    return EXPERIMENT in cell["metadata"].get("tags", [])


def _parse(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise UnreadableSubmission("The file is empty. Save the notebook and hand it in again.")
    if len(data) > MAX_BYTES:
        raise UnreadableSubmission(
            f"The file has more than {MAX_BYTES // 2**20} MiB, which is not read. "
            "Clear all outputs, save, and hand it in again."
        )
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableSubmission("The file is not a notebook: it is not UTF-8 text.") from None
    except (ValueError, RecursionError):
        raise UnreadableSubmission(
            "The file is not a notebook: it is not valid JSON. It may have been cut off, or be "
            "another kind of file; open it in Jupyter, save, and hand it in again."
        ) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise UnreadableSubmission("The file is JSON, but not a notebook.")
    return notebook


def _cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    if notebook["nbformat"] < 4:
        try:
            notebook = nbformat.convert(nbformat.from_dict(_bare(notebook)), 4)
        except UnreadableSubmission:
            raise
        except Exception:
            raise UnreadableSubmission(
                f"The notebook is in the old format {notebook['nbformat']} and cannot be read. "
                "Open it in Jupyter, save, and hand it in again."
            ) from None
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise UnreadableSubmission("The notebook has no cells that can be read.")
    _demand_few(cells)
    return [cell for cell in cells if isinstance(cell, dict)]


def _demand_few(cells: list[Any]) -> None:
    if len(cells) > MAX_CELLS:
        raise UnreadableSubmission(
            f"The notebook has more than {MAX_CELLS} cells, which is not read. "
            "Remove what does not belong to it, and hand it in again."
        )


def _bare(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook in an old format without its outputs, quick to be converted."""
    sheets = notebook.get("worksheets", [notebook])
    cells = [cell for sheet in sheets for cell in sheet.get("cells", ())]
    _demand_few(cells)
    kept = [
        {key: value for key, value in cell.items() if key != "outputs"}
        | ({"outputs": []} if "outputs" in cell else {})
        for cell in cells
    ]
    sheet = {"cells": kept, "metadata": {}}
    return {**notebook, "metadata": {}, "worksheets": [sheet], "cells": kept}


def _bound_texts(cells: list[NotebookNode]) -> None:
    """Cut long texts; refuse a notebook with so much code that it cannot be shown to anyone."""
    if sum(len(cell.source) for cell in cells if cell.cell_type == "code") > MAX_CODE:
        raise UnreadableSubmission(
            f"The notebook has more than {MAX_CODE:,} characters of code, which is not read. "
            "Load data from files instead of writing it into cells."
        )
    left = _MAX_TEXT
    for cell in cells:
        if cell.cell_type != "code":
            keep = min(left, _MAX_TEXT_OF_CELL)
            if len(cell.source) > keep:
                cut = _CUT.format(_MAX_TEXT_OF_CELL, _MAX_TEXT)
                cell.source = cell.source[:keep] + cut
            left = max(0, left - len(cell.source))


def _clean_cell(
    cell: dict[str, Any],
    authored: Mapping[str, NotebookNode],
    seen: set[str],
    remarks: list[str],
) -> NotebookNode:
    text = _text(cell.get("source"))
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    name = _claimed_id(metadata)
    if name is None or name not in authored:
        return _free_cell(cell.get("cell_type"), text, metadata)
    if name in seen:
        remarks.append(f"There is more than one cell `{name}`; the first one counts.")
        return _free_cell(cell.get("cell_type"), text, {})
    seen.add(name)
    original = authored[name]
    is_own_work = original.metadata.nbgrader.solution or not original.metadata.nbgrader.locked
    metadata = {"nbgrader": dict(original.metadata.nbgrader)}
    return _cell(original.cell_type, text if is_own_work else original.source, metadata)


def _claimed_id(metadata: Any) -> str | None:
    """Return which of nbgrader's cells a cell claims to be."""
    claimed = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = claimed.get("grade_id") if isinstance(claimed, dict) else None
    return name if isinstance(name, str) else None


def _free_cell(kind: Any, text: str, metadata: Mapping[str, Any]) -> NotebookNode:
    """Return a cell of the learner's own. It may call itself an experiment, and nothing else."""
    tags = metadata.get("tags")
    is_experiment = isinstance(tags, list) and EXPERIMENT in tags
    return _cell(kind, text, {"tags": [EXPERIMENT]} if is_experiment else {})


def _cell(kind: Any, text: str, metadata: dict[str, Any]) -> NotebookNode:
    """Return a cell of a known type; nbformat's own functions would check a schema each time."""
    cell_type = kind if kind in _CELL_TYPES else "raw"
    cell: dict[str, Any] = {"cell_type": cell_type, "metadata": metadata, "source": text}
    if cell_type == "code":
        cell |= {"execution_count": None, "outputs": []}
    return nbformat.from_dict(cell)


def _text(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return ""
    # Lone surrogates are legal JSON and no legal text; no file could hold them later.
    return source.encode("utf-8", "replace").decode()
