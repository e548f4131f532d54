"""A tiny course, and a warm kernel without TensorFlow, for tests of grading and of the sandbox."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode

SCRIPT = '''\
# %% [markdown]
# # 01 · Tiny

# %% locked=true
import numpy as np

from course import check

FACTOR = 2


# %% exercise="double"
def double(numbers):
    """Double numbers: (N,) in, (N,) out."""
    ### BEGIN SOLUTION
    return FACTOR * np.asarray(numbers)
    ### END SOLUTION


# %% check="double"
check("double")


# %% exercise="middle"
def middle(numbers):
    """Return the mean of numbers (N,), one float."""
    ### BEGIN SOLUTION
    return float(np.mean(numbers))
    ### END SOLUTION


# %% check="middle"
check("middle")

# %% [markdown] question="why-twice" points=2
# **Why twice?**
#
# ### BEGIN MARK SCHEME
# - 1 point: the secret of the mark scheme.
# ### END MARK SCHEME

# %% experiment=true
import os

os._exit(1)  # what runs at home only

# %%
last = "cell"
'''

CHECKS = '''\
"""Checks of 01_tiny."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course import probes


@pytest.mark.question("double", lesson="01-tiny#twice")
class TestDouble:
    hints = ("The idea.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(1)
    def test_of_two(self, learner):
        """Two becomes four."""
        found = learner.double([2])
        assert isinstance(found, np.ndarray), f"double([2]) is {found!r}, it should be an array."
        assert found.tolist() == [4], f"double([2]) is {found}, it should be [4]."

    @pytest.mark.points(1)
    def test_numbers_stay(self, learner):
        """The numbers that came in are unchanged afterwards."""
        changed = learner.ask(probes.changed_arguments, "double", np.array([1.0, 2.0]))
        assert not changed, "The numbers that came in were changed: work on a copy."

    @pytest.mark.points(2)
    def test_agrees(self, learner, reference):
        """Values agree with the reference on numbers you have not seen."""
        numbers = np.array([1234.5, -0.25])
        assert_allclose(learner.double(numbers), reference.double(numbers))


@pytest.mark.question("middle", lesson="01-tiny#middle")
class TestMiddle:
    hints = ("The idea.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(1)
    def test_of_three(self, learner):
        """The middle of 1, 2 and 6 is 3."""
        found = learner.middle([1, 2, 6])
        assert found == 3, f"middle([1, 2, 6]) is {found}, it should be 3."

    @pytest.mark.points(1)
    def test_agrees(self, learner, reference):
        """The middle of digits agrees with the reference."""
        numbers = np.array([31337.0, 2.0])
        assert_allclose(learner.middle(numbers), reference.middle(numbers))
'''

OTHER_SCRIPT = '''\
# %% locked=true
from course import check


# %% exercise="triple"
def triple(number):
    """Triple a number."""
    ### BEGIN SOLUTION
    return 3 * number
    ### END SOLUTION


# %% check="triple"
check("triple")
'''

OTHER_CHECKS = '''\
import pytest


@pytest.mark.question("triple")
class TestTriple:
    hints = ("The idea.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(5)
    def test_of_two(self, learner):
        """Two becomes six."""
        assert learner.triple(2) == 6, "Two should become six."
'''


@dataclass(frozen=True)
class TinyCourse:
    """A repository with two assignments, `01_tiny` (4 + 2 points) and `02_other` (5 points)."""

    root: Path
    assignments: tuple[Any, ...]

    @property
    def tiny(self) -> Any:
        """The assignment `01_tiny`."""
        return self.assignments[0]

    @property
    def other(self) -> Any:
        """The assignment `02_other`."""
        return self.assignments[1]

    def solved(self, **cells: str) -> NotebookNode:
        """Return `01_tiny` as handed in with everything right, but for the cells that are named."""
        notebook = self.tiny.notebook()
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = cells.pop(name, cell.source)
        assert not cells, f"there are no cells {list(cells)}"
        return notebook

    def stub(self) -> NotebookNode:
        """Return `01_tiny` as learners get it."""
        from autograder.authoring.regions import stub_source

        notebook = self.tiny.notebook()
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source = stub_source(cell.source)
        return notebook


def make_tiny_course(root: Path) -> TinyCourse:
    """Write the scripts and checks of a tiny course, and load them as a grader does."""
    from autograder import repository

    (root / "solutions").mkdir()
    (root / "checks").mkdir()
    for name, script, checks in (
        ("01_tiny", SCRIPT, CHECKS),
        ("02_other", OTHER_SCRIPT, OTHER_CHECKS),
    ):
        (root / "solutions" / f"{name}.py").write_text(script, encoding="utf-8")
        (root / "checks" / f"test_{name}.py").write_text(checks, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "SOLUTIONS", root / "solutions")
        patch.setattr(repository, "CHECKS", root / "checks")
        return TinyCourse(root, repository.load_assignments())


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> TinyCourse:
    """Return a tiny course."""
    return make_tiny_course(tmp_path_factory.mktemp("repository"))


@pytest.fixture(scope="session")
def zygote() -> Iterator[Any]:
    """Start one zygote without TensorFlow for all tests; return it."""
    from autograder.sandbox import Zygote

    with Zygote(with_tensorflow=False) as started:
        started.wait_until_ready()
        yield started


@pytest.fixture(scope="session")
def bench(course: TinyCourse, zygote: Any) -> Iterator[Any]:
    """Be a worker: with collected checks, and reference kernels."""
    from autograder.grading import Bench

    with pytest.MonkeyPatch.context() as patch:
        # The pytest that runs these tests would rewrite the asserts of check modules.
        finders = [finder for finder in sys.meta_path if "Rewriting" not in type(finder).__name__]
        patch.setattr(sys, "meta_path", finders)
        opened = Bench(zygote.address, course.assignments).__enter__()
    for assignment in course.assignments:
        opened.prepare(assignment)  # now, before a test shortens the time for an answer
    yield opened
    opened.__exit__(None, None, None)


Grade = Callable[[Any], Any]


@pytest.fixture
def grade(course: TinyCourse, bench: Any, zygote: Any) -> Grade:
    """Return a function that grades a notebook, or the bytes of a file, as `01_tiny`."""
    from autograder.grading import grade_submission
    from autograder.provisioner import use_zygote

    use_zygote(zygote.address)

    def grade_notebook(handed_in: NotebookNode | bytes) -> Any:
        data = handed_in if isinstance(handed_in, bytes) else as_bytes(handed_in)
        return grade_submission(data, course.tiny, bench)

    return grade_notebook


def as_bytes(notebook: NotebookNode) -> bytes:
    """Return a notebook as a file, without a look at whether it is a sound one."""
    return json.dumps(notebook).encode()
