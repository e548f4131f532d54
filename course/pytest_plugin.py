"""The pytest plugin of the course: markers, and the fixtures that checks ask for.

It is loaded by an entry point, so `pytest exercises/04_prepare` works by itself: the notebook that
stands beside the checks is run, and the visible checks ask it. ``--notebook`` names another one.
"""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from course.data import load_sample
from course.handed_in import HANDED_IN_FOLDER
from course.notebook import LocalNotebook, Notebook

_FIXTURE_DIGITS = 64


@dataclass(frozen=True)
class Asked:
    """What the checks ask.

    Attributes:
        learner: the notebook that is checked.
        reference: the solved notebook; None where there is none.
        handed_in: a notebook that has defined nothing, in a folder with the files that were handed
            in beside the notebook; None where nothing is.
        held_digits: images uint8 (N, 28, 28) and labels (N,) that only the grader has.
        seed: of `rng`.
    """

    learner: Notebook
    reference: Notebook | None = None
    handed_in: Notebook | None = None
    held_digits: tuple[np.ndarray, np.ndarray] | None = None
    seed: int = 0


ASKED = pytest.StashKey[Asked]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--notebook``."""
    parser.addoption(
        "--notebook",
        help="the notebook that the course's checks ask (default: the one beside them)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers of check modules."""
    for marker in (
        "question(name, lesson): the exercise that the tests of a class check, and its lesson",
        "points(n): what a test is worth",
        "hidden: learners do not get this test",
    ):
        config.addinivalue_line("markers", marker)


@pytest.fixture
def learner(request: pytest.FixtureRequest) -> Notebook:
    """Return the notebook that is checked."""
    return _asked(request).learner


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Notebook:
    """Return the solved notebook, which only a grader has."""
    return _of_the_grader(_asked(request).reference)


@pytest.fixture
def handed_in(request: pytest.FixtureRequest) -> Notebook:
    """Return what runs probes on the files that were handed in, where no learner's code has run."""
    asked = _asked(request)
    if asked.handed_in is None:
        pytest.fail("Nothing was handed in beside the notebook here.")
    return asked.handed_in


@pytest.fixture
def held_digits(request: pytest.FixtureRequest) -> tuple[np.ndarray, np.ndarray]:
    """Return digits that only the grader has, uint8 (N, 28, 28), and their labels, (N,)."""
    images, labels = _of_the_grader(_asked(request).held_digits)
    return images.copy(), labels.copy()


@functools.cache  # not a session's fixture: a judge's session ends with every question
def _few_digits() -> tuple[np.ndarray, np.ndarray]:
    (_, _), (images, labels) = load_sample()
    # Six or seven of each class: enough for every class to be seen, few enough to be quick.
    return images[:_FIXTURE_DIGITS], labels[:_FIXTURE_DIGITS].astype(int)


@pytest.fixture
def digits() -> np.ndarray:
    """Return 64 real digits of all ten classes, uint8 (64, 28, 28)."""
    return _few_digits()[0].copy()


@pytest.fixture
def labels() -> np.ndarray:
    """Return the labels of `digits`, int (64,)."""
    return _few_digits()[1].copy()


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Return a fresh random generator, the same for each test."""
    asked = request.config.stash.get(ASKED, None)
    return np.random.default_rng(asked.seed if asked else 0)


def _asked(request: pytest.FixtureRequest) -> Asked:
    """Return what is asked; on the command line, the notebook's code is run for it first."""
    asked = request.config.stash.get(ASKED, None)
    if asked is None:
        from course.notebook_file import run_notebook

        path = _notebook_beside(request)
        beside = LocalNotebook({HANDED_IN_FOLDER: path.parent})
        asked = Asked(run_notebook(path), handed_in=beside)
        request.config.stash[ASKED] = asked
    return asked


_Held = TypeVar("_Held")


def _of_the_grader(secret: _Held | None) -> _Held:
    if secret is None:
        pytest.fail("Hidden checks need what only a grader has: use `autograder grade NOTEBOOK`.")
    return secret


def _notebook_beside(request: pytest.FixtureRequest) -> Path:
    named = request.config.getoption("--notebook")
    if named:
        return Path(named)
    folder = Path(str(request.path)).parent
    notebooks = sorted(folder.glob("*.ipynb"))
    if len(notebooks) != 1:
        pytest.fail(
            f"There are {len(notebooks)} notebooks in {folder}; say which with --notebook PATH."
        )
    return notebooks[0]


def pytest_report_header(config: pytest.Config) -> list[str] | None:
    """Say which notebook is asked, if one was named."""
    named: Any = config.getoption("--notebook")
    return [f"notebook: {named}"] if named else None
