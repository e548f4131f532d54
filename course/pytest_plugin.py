"""The pytest plugin of the course: markers, and the fixtures that checks ask for.

It is loaded by an entry point, so `pytest exercises/04_prepare` works by itself: the notebook that
stands beside the checks is run, and the visible checks ask it. ``--notebook`` names another one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course.data import load_sample
from course.notebook import Notebook

_FIXTURE_DIGITS = 64


@dataclass(frozen=True)
class Asked:
    """The notebooks that the checks ask."""

    learner: Notebook
    reference: Notebook | None = None


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
    asked = request.config.stash.get(ASKED, None)
    if asked is None:
        asked = Asked(_run_notebook_beside(request))
        request.config.stash[ASKED] = asked
    return asked.learner


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Notebook:
    """Return the solved notebook, which only a grader has."""
    asked = request.config.stash.get(ASKED, None)
    if asked is None or asked.reference is None:
        pytest.fail("Hidden checks need the reference solution: use `autograder grade NOTEBOOK`.")
    return asked.reference


@pytest.fixture(scope="session")
def _sample() -> tuple[np.ndarray, np.ndarray]:
    (_, _), (images, labels) = load_sample()
    # Six or seven of each class: enough for every class to be seen, few enough to be quick.
    return images[:_FIXTURE_DIGITS], labels[:_FIXTURE_DIGITS].astype(int)


@pytest.fixture
def digits(_sample: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return 64 real digits of all ten classes, uint8 (64, 28, 28)."""
    return _sample[0].copy()


@pytest.fixture
def labels(_sample: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return the labels of `digits`, int (64,)."""
    return _sample[1].copy()


@pytest.fixture
def rng() -> np.random.Generator:
    """Return a fresh random generator, the same for each test."""
    return np.random.default_rng(0)


def _run_notebook_beside(request: pytest.FixtureRequest) -> Notebook:
    """Run a notebook's code in this process, for `pytest` on the command line."""
    from course.notebook_file import run_notebook

    named = request.config.getoption("--notebook")
    if named:
        return run_notebook(Path(named))
    folder = Path(str(request.path)).parent
    notebooks = sorted(folder.glob("*.ipynb"))
    if len(notebooks) != 1:
        pytest.fail(
            f"There are {len(notebooks)} notebooks in {folder}; say which with --notebook PATH."
        )
    return run_notebook(notebooks[0])


def pytest_report_header(config: pytest.Config) -> list[str] | None:
    """Say which notebook is asked, if one was named."""
    named: Any = config.getoption("--notebook")
    return [f"notebook: {named}"] if named else None
