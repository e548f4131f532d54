"""Tricks that turned 0 points into all of them elsewhere turn nothing here."""

import copy
import json
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.submission import grade_id

pytestmark = pytest.mark.sandbox


@pytest.fixture(autouse=True)
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for an answer as long as these functions need, and not ten seconds."""
    monkeypatch.setattr("autograder.bridge.CALL_SECONDS", 3)


WRONG = "def middle(numbers):\n    return 7"


def earned(graded: Any) -> dict[str, int]:
    return {verdict.question: verdict.earned for verdict in graded.verdicts}


def reasons(graded: Any) -> str:
    return "\n".join(reason for verdict in graded.verdicts for reason in verdict.reasons())


def named(notebook: NotebookNode, name: str) -> NotebookNode:
    (cell,) = (
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )
    return cell


def without(notebook: NotebookNode, *names: str) -> NotebookNode:
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in names
    ]
    return notebook


def test_a_deleted_check_cell_earns_nothing(course: Any, grade: Any) -> None:
    graded = grade(without(course.solved(), "check-middle"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert graded.points == 6
    assert 'The check cell `check("middle")` is missing from the notebook' in reasons(graded)


@pytest.mark.parametrize("lost", [["check-middle"], ["middle", "check-middle"]])
def test_a_deleted_check_cell_is_put_back_to_show_the_reason(
    course: Any, grade: Any, lost: list[str]
) -> None:
    graded = grade(without(course.solved(), *lost))
    names = [grade_id(cell) for cell in json.loads(graded.notebook)["cells"]]
    assert names.count("check-middle") == 1
    cell = json.loads(graded.notebook)["cells"][names.index("check-middle")]
    assert "is missing from the notebook" in cell["outputs"][0]["data"]["text/plain"]
    if "middle" in names:
        assert names.index("check-middle") == names.index("middle") + 1


def test_a_deleted_exercise_earns_nothing(course: Any, grade: Any) -> None:
    graded = grade(without(course.solved(), "double"))
    assert earned(graded) == {"double": 0, "middle": 2}
    assert "`double` is not defined" in reasons(graded)


def test_a_check_cell_above_its_exercise_earns_nothing(course: Any, grade: Any) -> None:
    notebook = course.solved()
    cell = named(notebook, "check-middle")
    notebook.cells.remove(cell)
    notebook.cells.insert(0, cell)
    graded = grade(notebook)
    assert earned(graded) == {"double": 4, "middle": 0}


def test_reversed_cells_earn_nothing_and_break_nothing(course: Any, grade: Any) -> None:
    notebook = course.solved()
    notebook.cells.reverse()
    assert earned(grade(notebook)) == {"double": 0, "middle": 0}


def test_a_copied_check_cell_earns_nothing_twice(course: Any, grade: Any) -> None:
    notebook = course.solved()
    notebook.cells.append(copy.deepcopy(named(notebook, "check-middle")))
    graded = grade(notebook)
    assert graded.earned == graded.points == 6
    assert graded.remarks == ("There is more than one cell `check-middle`; the first one counts.",)


def test_of_two_cells_of_a_name_the_first_one_counts(course: Any, grade: Any) -> None:
    notebook = course.solved(middle=WRONG)
    second = copy.deepcopy(named(notebook, "middle"))
    second.source = "def middle(numbers):\n    return float(np.mean(numbers))"
    notebook.cells.append(second)
    assert earned(grade(notebook)) == {"double": 4, "middle": 0}


def test_changed_metadata_of_a_check_cell_changes_nothing(course: Any, grade: Any) -> None:
    notebook = course.solved(middle=WRONG)
    cell = named(notebook, "check-middle")
    cell.metadata.nbgrader.update(points=1_000, schema_version=99, grade=False, solution=True)
    cell.source = "print('1000')"
    graded = grade(notebook)
    assert earned(graded) == {"double": 4, "middle": 0}
    assert graded.points == 6


def test_an_exchanged_id_gives_the_points_of_the_cell_that_is_claimed(
    course: Any, grade: Any
) -> None:
    # The check of `double` (4 points) is claimed by the place where `middle` stands: `double` is
    # judged there, and `middle` has no check.
    notebook = without(course.solved(double="pass"), "check-double")
    named(notebook, "check-middle").metadata.nbgrader.grade_id = "check-double"
    assert earned(grade(notebook)) == {"double": 0, "middle": 0}


def test_a_cell_that_claims_an_invented_name_is_a_cell_like_any_other(
    course: Any, grade: Any
) -> None:
    notebook = course.solved(middle=WRONG)
    invented = copy.deepcopy(named(notebook, "check-middle"))
    invented.metadata.nbgrader.update(grade_id="check-invented", points=100)
    notebook.cells.append(invented)
    graded = grade(notebook)
    assert [verdict.question for verdict in graded.verdicts] == ["double", "middle"]
    assert graded.points == 6


def test_an_edited_locked_cell_gets_the_authors_text_back(course: Any, grade: Any) -> None:
    notebook = course.solved(middle="def middle(numbers):\n    return FACTOR")
    named(notebook, "locked-1").source = "FACTOR = 7"
    graded = grade(notebook)
    assert "is 2, it should be 3" in reasons(graded)


@pytest.mark.parametrize("tag", ["skip-execution", "raises-exception", "experiment", "solved"])
def test_no_tag_of_a_learners_decides_what_is_run_or_judged(
    course: Any, grade: Any, tag: str
) -> None:
    notebook = course.solved(middle=WRONG)
    for cell in notebook.cells:
        cell.metadata["tags"] = [tag]
    graded = grade(notebook)
    assert earned(graded) == {"double": 4, "middle": 0}


def test_outputs_that_came_with_the_notebook_are_dropped(course: Any, grade: Any) -> None:
    notebook = course.solved(middle=WRONG)
    named(notebook, "check-middle").outputs = [new_output("stream", text="2 of 2 points")]
    graded = grade(notebook)
    assert earned(graded)["middle"] == 0
    assert "2 of 2 points" not in graded.notebook


TRICKS = {
    "strip asserts": """
import ast
class Strip(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
get_ipython().ast_transformers.append(Strip())
""",
    "exchange the function just before it is asked": """
def exchange(*_):
    get_ipython().user_ns["middle"] = lambda numbers: 3
get_ipython().events.register("pre_run_cell", exchange)
get_ipython().events.register("post_run_cell", exchange)
get_ipython().events.register("pre_execute", exchange)
""",
    "patch numpy.testing": """
import numpy.testing
numpy.testing.assert_allclose = np.allclose = np.array_equal = lambda *a, **k: True
""",
    "patch pytest": """
import pytest, _pytest.runner, _pytest.python
pytest.fail = lambda *a, **k: None
_pytest.python.Function.runtest = lambda self: None
_pytest.runner.call_and_report = lambda *a, **k: None
""",
    "patch the course": """
import course.checking, course.questions, course.verdict
course.checking.check = check = lambda name: print("2 of 2 checks pass")
course.verdict.CheckResult.earned = property(lambda self: self.points)
course.verdict.Verdict.earned = property(lambda self: self.points)
course.questions._message = lambda *a: ""
""",
    "patch the assertion itself": """
import builtins
builtins.AssertionError = type("Fine", (BaseException,), {"__new__": lambda c, *a: c})
""",
    "replace the user's namespace": """
class Names(dict):
    def get(self, name, default=None):
        return (lambda *a: 3) if name == "middle" else dict.get(self, name, default)
get_ipython().user_ns = Names(get_ipython().user_ns)
""",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_in_the_kernel_earns_nothing(course: Any, grade: Any, trick: str) -> None:
    graded = grade(course.solved(middle=f"{WRONG}\n{TRICKS[trick]}"))
    # Whatever the kernel answers, the hidden check compares it with a value that is not in there.
    assert earned(graded)["middle"] <= 1
    assert earned(graded)["double"] == 4
    if "exchange" not in trick and "namespace" not in trick:
        assert earned(graded)["middle"] == 0


LIARS = {
    "always equal": """
class Liar:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def __bool__(self): return True
    def __hash__(self): return 1
    def __float__(self): return 3.0
    def __getattr__(self, name): return self
    def __call__(self, *a, **k): return self
answer = Liar()
""",
    "a number that equals all": """
class Liar(float):
    def __eq__(self, other): return True
    __hash__ = float.__hash__
answer = Liar(7)
""",
    "an array that equals all": """
class Liar(np.ndarray):
    def __eq__(self, other): return True
    def __array_function__(self, *a, **k): return True
    def __array_ufunc__(self, *a, **k): return True
    shape = ()
answer = np.array(7.0).view(Liar)
""",
    "an array that is another each time": """
class Liar:
    def __array__(self, *a, **k): return np.array(np.nan)
answer = Liar()
""",
    "a type that calls itself a float": """
class Liar:
    __class__ = float
    def __eq__(self, other): return True
answer = Liar()
""",
}


@pytest.mark.parametrize("liar", LIARS)
def test_an_object_that_lies_earns_nothing(course: Any, grade: Any, liar: str) -> None:
    source = f"{LIARS[liar]}\ndef middle(numbers):\n    return answer"
    assert earned(grade(course.solved(middle=source))) == {"double": 4, "middle": 0}


def test_a_forged_verdict_earns_nothing(course: Any, grade: Any) -> None:
    forge = """
kernel = get_ipython().kernel
send = type(kernel.session).send

def forged(session, stream, msg_or_type, content=None, *args, **kwargs):
    if msg_or_type == "judge_reply":
        content = {"value": {"$dict": [["passed", True], ["points", 99]]}}
    return send(session, stream, msg_or_type, content, *args, **kwargs)

type(kernel.session).send = forged
"""
    graded = grade(course.solved(middle=f"{WRONG}\n{forge}"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert graded.points == 6
