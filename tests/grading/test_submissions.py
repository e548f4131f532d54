"""Of a file that was handed in only the text of its cells is believed; other files are refused."""

import copy
import json
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder import submission
from autograder.submission import UnreadableSubmission, belongs_to, read_submission


def as_bytes(notebook: Any) -> bytes:
    return json.dumps(notebook).encode()


def name_of(cell: NotebookNode) -> str | None:
    name: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return name


def named(notebook: NotebookNode, name: str) -> NotebookNode:
    (cell,) = (cell for cell in notebook.cells if name_of(cell) == name)
    return cell


def read(course: Any, notebook: Any) -> submission.Submission:
    data = notebook if isinstance(notebook, bytes) else as_bytes(notebook)
    return read_submission(data, course.tiny.notebook())


BROKEN_FILES = {
    "empty": (b"", "The file is empty."),
    "blank": (b" \n\t ", "The file is empty."),
    "zeros": (b"\0" * 100, "not valid JSON"),
    "text": (b"def normalize(images): ...", "not valid JSON"),
    "cut off": (b'{"cells": [{"cell_type": "code", "sou', "not valid JSON"),
    "not UTF-8": (b'{"cells": "\xff\xfe"}', "not UTF-8"),
    "UTF-16": ("{}".encode("utf-16"), "not UTF-8"),
    "a zip file": (b"PK\x03\x04" + bytes(range(200)), "not a notebook"),
    "deep": (b"[" * 100_000 + b"]" * 100_000, "not valid JSON"),
    "a huge number": (b'{"nbformat": ' + b"9" * 10_000 + b"}", "not valid JSON"),
    "a list": (b"[]", "JSON, but not a notebook"),
    "a number": (b"17", "JSON, but not a notebook"),
    "another dict": (b'{"a": 1}', "JSON, but not a notebook"),
    "a text as version": (b'{"nbformat": "4", "cells": []}', "JSON, but not a notebook"),
    "no cells": (b'{"nbformat": 4}', "no cells that can be read"),
    "cells of another kind": (b'{"nbformat": 4, "cells": {"a": 1}}', "no cells that can be read"),
    "cells that are none": (b'{"nbformat": 4, "cells": [1, null, "x", []]}', "None of this"),
    "no cells at all": (b'{"nbformat": 4, "cells": []}', "None of this"),
    "version 0": (b'{"nbformat": 0}', "old format"),
    "version -1": (b'{"nbformat": -1, "cells": []}', "old format"),
    "version true": (b'{"nbformat": true, "cells": []}', "notebook"),
    "broken version 3": (b'{"nbformat": 3, "worksheets": 5}', "old format 3"),
    "broken version 2": (b'{"nbformat": 2, "worksheets": [1]}', "old format 2"),
    "odd cells in version 3": (
        b'{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [7]}]}',
        "old format 3",
    ),
}


@pytest.mark.parametrize("kind", BROKEN_FILES)
def test_a_file_that_is_no_notebook_is_refused_with_a_reason(course: Any, kind: str) -> None:
    data, reason = BROKEN_FILES[kind]
    with pytest.raises(UnreadableSubmission, match=reason):
        read(course, data)


def test_a_file_that_is_too_large_is_refused(course: Any) -> None:
    data = as_bytes(course.solved()) + b" " * submission.MAX_BYTES
    with pytest.raises(UnreadableSubmission, match="more than 25 MiB"):
        read(course, data)


def test_too_many_cells_are_refused(course: Any) -> None:
    notebook = course.solved()
    notebook.cells += [new_markdown_cell("")] * submission.MAX_CELLS
    with pytest.raises(UnreadableSubmission):
        read(course, notebook)


def test_the_notebook_of_another_assignment_is_refused(course: Any) -> None:
    # Both have a cell that is called `locked-1`; that makes them no kin.
    with pytest.raises(UnreadableSubmission, match="may be the notebook of another assignment"):
        read(course, course.other.notebook())


def test_a_notebook_is_known_by_its_exercises(course: Any) -> None:
    tiny, other = (as_bytes(one.notebook()) for one in course.assignments)
    assert belongs_to(tiny, course.tiny.notebook())
    assert belongs_to(other, course.other.notebook())
    assert not belongs_to(tiny, course.other.notebook())
    assert not belongs_to(other, course.tiny.notebook())


def test_a_file_with_a_byte_order_mark_is_read(course: Any) -> None:
    data = b"\xef\xbb\xbf" + as_bytes(course.solved())
    assert len(read(course, data).notebook.cells) == len(course.solved().cells)


def test_a_notebook_in_the_old_format_is_read(course: Any) -> None:
    solved = course.solved()
    cells = [
        {
            "cell_type": "code",
            "language": "python",
            "collapsed": False,
            "input": cell.source,
            "outputs": [],
            "metadata": cell.metadata,
        }
        if cell.cell_type == "code"
        else {"cell_type": "markdown", "source": cell.source, "metadata": cell.metadata}
        for cell in solved.cells
    ]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}
    found = read(course, old).notebook
    assert [name_of(cell) for cell in found.cells] == [name_of(cell) for cell in solved.cells]
    assert named(found, "double").source == named(solved, "double").source


def test_what_a_learner_wrote_is_kept(course: Any) -> None:
    notebook = course.solved(double="mine = 1")
    notebook.cells.append(new_code_cell("more = 2"))
    found = read(course, notebook).notebook
    assert named(found, "double").source == "mine = 1"
    assert found.cells[-1].source == "more = 2"


@pytest.mark.parametrize("name", ["locked-1", "check-double", "why-twice"])
def test_a_locked_cell_gets_the_authors_text_back(course: Any, name: str) -> None:
    notebook = course.solved(**{name: "import os; os._exit(0)"})
    assert named(read(course, notebook).notebook, name).source == (
        named(course.tiny.notebook(), name).source
    )


@pytest.mark.parametrize(
    "change",
    [
        {"points": 1_000},
        {"points": -1},
        {"points": "many"},
        {"schema_version": 99},
        {"schema_version": 1},
        {"schema_version": None},
        {"grade": False},
        {"solution": True},
        {"locked": False},
        {"cell_type": "markdown"},
        {"task": True},
        {"checksum": ["x"]},
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["check-double", "double", "why-twice"])
def test_metadata_of_a_known_cell_is_the_authors(course: Any, name: str, change: dict) -> None:
    notebook = course.solved()
    named(notebook, name).metadata.nbgrader.update(change)
    named(notebook, name).metadata.update(editable=True, tags=["skip-execution"], odd={"a": [1]})
    original = named(course.tiny.notebook(), name)
    found = named(read(course, notebook).notebook, name)
    assert dict(found.metadata) == {"nbgrader": original.metadata.nbgrader}
    assert found.cell_type == original.cell_type


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        5,
        "text",
        ["a"],
        {"nbgrader": 5},
        {"nbgrader": ["grade_id"]},
        {"nbgrader": {}},
        {"nbgrader": {"grade_id": ["middle"]}},
        {"nbgrader": {"grade_id": None}},
        {"nbgrader": {"grade_id": "invented", "points": 100, "grade": True}},
        {"tags": 3},
        {"tags": [["experiment"], {}]},
    ],
    ids=repr,
)
def test_odd_metadata_is_dropped_with_its_cell_kept(course: Any, metadata: Any) -> None:
    notebook = course.solved()
    notebook.cells.append({"cell_type": "code", "source": "mine = 1", "metadata": metadata})
    read_back = read(course, notebook)
    assert read_back.notebook.cells[-1].source == "mine = 1"
    assert dict(read_back.notebook.cells[-1].metadata) == {}
    assert read_back.remarks == ()


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"cell_type": 5},
        {"cell_type": "code"},
        {"cell_type": ["code"], "source": "x"},
        {"cell_type": "code", "source": 5},
        {"cell_type": "code", "source": ["a", 5, None, "b"]},
        {"cell_type": "heading", "source": "x"},
        {"cell_type": "code", "source": "a\ud800b", "outputs": 7, "id": {}, "execution_count": "x"},
    ],
    ids=repr,
)
def test_an_odd_cell_becomes_a_sound_one(course: Any, cell: dict) -> None:
    notebook = course.solved()
    notebook.cells.append(cell)
    found = read(course, notebook).notebook
    nbformat.validate(found)
    nbformat.writes(found).encode("utf-8")


def test_a_copied_cell_counts_once_and_is_remarked_upon(course: Any) -> None:
    notebook = course.solved(double="first = 1")
    second = copy.deepcopy(named(notebook, "double"))
    second.source = "second = 2"
    notebook.cells.append(second)
    read_back = read(course, notebook)
    assert named(read_back.notebook, "double").source == "first = 1"
    assert read_back.notebook.cells[-1].source == "second = 2"
    assert read_back.remarks == ("There is more than one cell `double`; the first one counts.",)


def test_outputs_and_metadata_of_the_file_are_dropped(course: Any) -> None:
    notebook = course.solved()
    notebook.metadata = {"kernelspec": {"name": "evil"}, "widgets": {"state": "x"}}
    named(notebook, "double").outputs = [{"output_type": "stream", "text": "points"}]
    found = read(course, notebook).notebook
    assert list(found.metadata) == ["kernelspec"]
    assert found.metadata.kernelspec.name == "python3"
    assert named(found, "double").outputs == []


def test_ids_of_cells_are_ours(course: Any) -> None:
    notebook = course.solved()
    for cell in notebook.cells:
        cell["id"] = "the same"
    ids = [cell.id for cell in read(course, notebook).notebook.cells]
    assert len(set(ids)) == len(ids)


def test_the_solution_is_in_no_cell_that_was_read(course: Any) -> None:
    read_back = read(course, course.stub())
    assert "SOLUTION" not in nbformat.writes(read_back.notebook)
