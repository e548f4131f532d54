"""A gradebook of nbgrader's, made once: it takes seconds."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def blank_gradebook(course: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a gradebook that knows `01_tiny` and `02_other`, and nobody; copy it."""
    from autograder.gradebook import open_gradebook

    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    with open_gradebook(f"sqlite:///{path}") as gradebook:
        for assignment in course.assignments:
            gradebook.register(assignment)
    return path
