"""What a submission earns: points for what holds, and a reason for each point that is lost."""

import json
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

pytestmark = pytest.mark.sandbox


def earned(graded: Any) -> dict[str, int]:
    return {verdict.question: verdict.earned for verdict in graded.verdicts}


def reasons(graded: Any) -> str:
    return "\n".join(reason for verdict in graded.verdicts for reason in verdict.reasons())


def cells_of(graded: Any) -> list[Any]:
    return nbformat.reads(graded.notebook, as_version=4).cells


def cell_named(graded: Any, name: str) -> Any:
    (cell,) = (
        c for c in cells_of(graded) if c.metadata.get("nbgrader", {}).get("grade_id") == name
    )
    return cell


def test_a_right_notebook_earns_all(course: Any, grade: Any) -> None:
    graded = grade(course.solved())
    assert earned(graded) == {"double": 4, "middle": 2}
    assert (graded.earned, graded.points) == (6, 6)
    assert graded.losses() == []
    assert graded.remarks == ()


def test_the_stub_earns_nothing_and_is_told_that_it_is_not_written(course: Any, grade: Any) -> None:
    graded = grade(course.stub())
    assert earned(graded) == {"double": 0, "middle": 0}
    assert [loss["reason"] for loss in graded.losses()] == [
        "`double` is not written yet: it still raises NotImplementedError. "
        "Put your code in its place.",
        "`middle` is not written yet: it still raises NotImplementedError. "
        "Put your code in its place.",
    ]


def test_a_part_of_the_points_comes_with_the_reason_for_the_rest(course: Any, grade: Any) -> None:
    graded = grade(
        course.solved(double="def double(numbers):\n    numbers *= 2.0\n    return numbers")
    )
    # Given a list, it returns a list four times as long or fails; given an array, it changes it.
    assert earned(graded)["middle"] == 2
    assert earned(graded)["double"] == 2
    assert "should be an array" in reasons(graded) or "raised TypeError" in reasons(graded)
    assert "The numbers that came in were changed: work on a copy." in reasons(graded)


def test_a_reason_that_cost_points_several_times_is_told_once(course: Any, grade: Any) -> None:
    losses = grade(course.stub()).losses()
    assert [(loss["question"], loss["points"]) for loss in losses] == [("double", 4), ("middle", 2)]


def test_the_verdict_stands_in_the_graded_notebook(course: Any, grade: Any) -> None:
    graded = grade(course.solved(middle="def middle(numbers):\n    return 3"))
    (output,) = cell_named(graded, "check-middle").outputs
    assert "middle: 1 of 2 points" in output.data["text/plain"]
    assert "✗ The middle of digits agrees with the reference. (0/1)" in output.data["text/plain"]


def test_a_hidden_value_is_in_no_part_of_the_result(course: Any, grade: Any) -> None:
    graded = grade(course.solved(middle="def middle(numbers):\n    return 3"))
    assert "15669" not in repr(graded)  # the middle of the hidden check's numbers
    assert "31337" not in repr(graded)


def test_writing_to_stderr_costs_nothing(course: Any, grade: Any) -> None:
    noisy = (
        "import sys, warnings, logging\n"
        "print('a warning', file=sys.stderr)\nwarnings.warn('another')\nlogging.error('third')\n"
        "def middle(numbers):\n"
        "    print('in the function', file=sys.stderr)\n    warnings.warn('and here')\n"
        "    return float(np.mean(numbers))"
    )
    assert grade(course.solved(middle=noisy)).earned == 6


def test_stray_prints_cost_nothing(course: Any, grade: Any) -> None:
    chatty = (
        "print('debug', 0)\ndisplay('debug')\n"
        "def middle(numbers):\n    print('nan'); print(1e9); print(-5)\n    display(numbers)\n"
        "    return float(np.mean(numbers))\nmiddle([1])"
    )
    assert grade(course.solved(middle=chatty)).earned == 6


def test_what_was_left_of_the_stub_below_the_answer_costs_nothing(course: Any, grade: Any) -> None:
    leftover = (
        "def middle(numbers):\n    return float(np.mean(numbers))\n"
        "    # YOUR CODE HERE\n    raise NotImplementedError()\nraise NotImplementedError()"
    )
    assert grade(course.solved(middle=leftover)).earned == 6


def test_a_syntax_error_costs_its_own_question_and_is_told(course: Any, grade: Any) -> None:
    graded = grade(course.solved(double="def double(numbers:\n    return numbers"))
    assert earned(graded) == {"double": 0, "middle": 2}
    assert "`double` is not defined, because its cell ended with SyntaxError" in reasons(graded)


def test_an_exception_in_a_free_cell_does_not_end_the_notebook(course: Any, grade: Any) -> None:
    notebook = course.solved()
    notebook.cells.insert(1, new_code_cell("1 / 0"))
    assert grade(notebook).earned == 6


def test_a_function_that_was_renamed_is_said_not_to_be_defined(course: Any, grade: Any) -> None:
    graded = grade(course.solved(middle="def median(numbers):\n    return 3"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert "`middle` is not defined. Run the cell" in reasons(graded)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("None", "middle([1, 2, 6]) is None"),
        ("float('nan')", "is nan"),
        ("1e9", "is 1000000000.0"),
        ("-5", "is -5"),
        ("'3'", "is 3, it should be 3"),
        ("object()", "Opaque(type_name='object')"),
        ("lambda: 3", "Opaque(type_name='function')"),
        ("10**50", "cannot be read: an integer of more than 64 bits"),
        ("'\\ud800'", "cannot be read: a text that is not valid Unicode"),
        ("iter(int, 1)", "cannot be read: more than 200,000 values"),
    ],
)
def test_a_wrong_answer_of_any_kind_earns_nothing_and_is_told(
    course: Any, grade: Any, value: str, told: str
) -> None:
    graded = grade(course.solved(middle=f"def middle(numbers):\n    return {value}"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert told in reasons(graded)


def test_experiments_are_not_run(course: Any, grade: Any) -> None:
    # The course's own experiment would end the kernel; so would this one of a learner's.
    notebook = course.solved()
    notebook.cells.insert(
        2, new_code_cell("import os; os._exit(1)", metadata={"tags": ["experiment"]})
    )
    graded = grade(notebook)
    assert graded.earned == 6
    assert graded.remarks == ()


def test_a_question_is_judged_before_later_cells_run(course: Any, grade: Any) -> None:
    notebook = course.solved()
    notebook.cells.append(new_code_cell("def double(numbers):\n    return None"))
    assert grade(notebook).earned == 6


def test_cells_between_count(course: Any, grade: Any) -> None:
    notebook = course.solved(double="def double(numbers):\n    return helper(numbers)")
    notebook.cells.insert(2, new_code_cell("def helper(numbers):\n    return 2*np.array(numbers)"))
    assert grade(notebook).earned == 6


def test_nothing_is_left_from_one_submission_to_the_next(course: Any, grade: Any) -> None:
    leaving = (
        "import builtins, os, pathlib, tempfile\n"
        "builtins.leak = np.leak = True\nos.environ['LEAK'] = '1'\n"
        "pathlib.Path.home().joinpath('leak').write_text('1')\n"
        "pathlib.Path(tempfile.gettempdir(), 'leak').write_text('1')\n"
        "np.random.seed(5)\n"
        "def middle(numbers):\n    return float(np.mean(numbers))"
    )
    looking = (
        "import builtins, os, pathlib, tempfile\n"
        "found = [hasattr(builtins, 'leak'), hasattr(np, 'leak'), 'LEAK' in os.environ,\n"
        "    pathlib.Path.home().joinpath('leak').exists(),\n"
        "    pathlib.Path(tempfile.gettempdir(), 'leak').exists()]\n"
        "def middle(numbers):\n    return str(found)"
    )
    assert grade(course.solved(middle=leaving)).earned == 6
    assert "is [False, False, False, False, False]" in reasons(grade(course.solved(middle=looking)))


def test_the_same_submission_gives_the_same_result(course: Any, grade: Any) -> None:
    notebook = course.solved(middle="def middle(numbers):\n    return 3")
    first, second = grade(notebook), grade(notebook)
    assert first.verdicts == second.verdicts
    assert first.notebook == second.notebook


def test_the_graded_notebook_keeps_what_its_owner_wrote(course: Any, grade: Any) -> None:
    notebook = course.solved(middle="def middle(numbers):\n    # my idea\n    return 3")
    notebook.cells.append(new_markdown_cell("My answer: **because**."))
    graded = grade(notebook)
    assert "# my idea" in cell_named(graded, "middle").source
    assert cells_of(graded)[-1].source == "My answer: **because**."


def test_the_graded_notebook_is_a_sound_one(course: Any, grade: Any) -> None:
    graded = grade(course.solved(middle="import os\nos._exit(1)"))
    nbformat.validate(nbformat.from_dict(json.loads(graded.notebook)))


def test_remarks_stand_above_everything_else(course: Any, grade: Any) -> None:
    graded = grade(course.solved(middle="import os\nos._exit(1)"))
    assert len(graded.remarks) == 1
    assert cells_of(graded)[0].source.startswith("**When this notebook was graded:**")
    assert "the kernel died" in cells_of(graded)[0].source
