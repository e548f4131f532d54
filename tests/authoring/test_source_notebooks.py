"""A source notebook has the metadata that nbgrader wants, and is the same whenever it is made."""

from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearSolutions

from autograder.authoring import AuthoringError, read_script, source_notebook
from autograder.authoring.regions import STUB_LINES, stub_source

POINTS = {"normalize": 3, "add_channel": 1}


def graded_cells(notebook: Any) -> dict[str, dict[str, Any]]:
    return {
        cell.metadata.nbgrader.grade_id: dict(cell.metadata.nbgrader)
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def test_nbgrader_and_nbformat_accept_it(workplace: Any) -> None:
    notebook = source_notebook(read_script(workplace.script), POINTS)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"


def test_each_kind_of_cell_has_its_metadata(workplace: Any) -> None:
    cells = graded_cells(source_notebook(read_script(workplace.script), POINTS))
    nothing = {"schema_version": 3, "grade": False, "solution": False, "locked": False}
    nothing |= {"task": False, "cell_type": "code"}
    assert cells == {
        "locked-1": nothing | {"grade_id": "locked-1", "locked": True},
        "normalize": nothing | {"grade_id": "normalize", "solution": True},
        "check-normalize": nothing
        | {"grade_id": "check-normalize", "grade": True, "locked": True, "points": 3},
        "add_channel": nothing | {"grade_id": "add_channel", "solution": True},
        "check-add_channel": nothing
        | {"grade_id": "check-add_channel", "grade": True, "locked": True, "points": 1},
        "why-scale": nothing
        | {
            "grade_id": "why-scale",
            "task": True,
            "locked": True,
            "points": 2,
            "cell_type": "markdown",
        },
    }


def test_an_experiment_is_tagged_so_that_it_is_not_run(workplace: Any) -> None:
    notebook = source_notebook(read_script(workplace.script), POINTS)
    (experiment,) = [cell for cell in notebook.cells if "range(100)" in cell.source]
    assert experiment.metadata == {"tags": ["experiment", "skip-execution"]}


def test_a_question_is_followed_by_a_cell_for_the_answer(workplace: Any) -> None:
    notebook = source_notebook(read_script(workplace.script), POINTS)
    ids = [cell.id for cell in notebook.cells]
    answer = notebook.cells[ids.index("why-scale") + 1]
    assert (answer.id, answer.source, answer.metadata) == (
        "answer-why-scale",
        "YOUR ANSWER HERE",
        {},
    )


def test_ids_are_readable_and_unique(workplace: Any) -> None:
    workplace.change_script("# %%\n1 + 1\n", "# %%\n1 + 1\n\n# %%\n1 + 1\n\n# %%\n\n# %%\n# ²\n")
    notebook = source_notebook(read_script(workplace.script), POINTS)
    assert [cell.id for cell in notebook.cells] == [
        "prose-04-prepare-fit-the-preparation-on-train",
        "locked-1",
        "prose-scale-the-pixels",
        "normalize",
        "check-normalize",
        "add_channel",
        "check-add_channel",
        "why-scale",
        "answer-why-scale",
        "experiment-for-epoch-in-range-100-print-epoch",
        "code-1-1",
        "code-1-1-2",
        "code-cell",
        "code-cell-2",
    ]


def test_a_new_cell_renames_no_other(workplace: Any) -> None:
    before = {cell.id for cell in source_notebook(read_script(workplace.script), POINTS).cells}
    workplace.change_script("# %% [markdown]\n# Scale", "# %%\nnew = 1\n\n# %% [markdown]\n# Scale")
    after = {cell.id for cell in source_notebook(read_script(workplace.script), POINTS).cells}
    assert after - before == {"code-new-1"}
    assert not before - after


def test_two_runs_give_the_same_bytes(workplace: Any) -> None:
    first, second = (
        nbformat.writes(source_notebook(read_script(workplace.script), POINTS)) for _ in range(2)
    )
    assert first == second


def test_it_holds_the_solution_and_nothing_was_run(workplace: Any) -> None:
    notebook = source_notebook(read_script(workplace.script), POINTS)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert "return scaled / top" in "".join(cell.source for cell in code)
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


def test_an_exercise_without_points_is_refused(workplace: Any) -> None:
    with pytest.raises(AuthoringError, match='exercise "add_channel" has no points'):
        source_notebook(read_script(workplace.script), {"normalize": 3})


def test_our_stub_is_nbgraders_own() -> None:
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n    # end"
    cell = nbformat.v4.new_code_cell(source, metadata={"nbgrader": {"solution": True}})
    ClearSolutions().preprocess_cell(cell, {"language": "python"}, 0)
    assert stub_source(source) == cell.source
    assert ClearSolutions().code_stub["python"].split("\n") == list(STUB_LINES)
