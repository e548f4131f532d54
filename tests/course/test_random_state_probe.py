"""A function that touches the notebook's shared generators is told, and they are put back."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course import probes
from course.notebook import LocalNotebook


def seeds_numpy() -> None:
    np.random.seed(3)
    np.random.permutation(5)


def seeds_python() -> None:
    random.seed(3)


def draws() -> None:
    np.random.permutation(5)


def uses_its_own() -> None:
    np.random.default_rng(3).permutation(5)


@pytest.mark.parametrize(
    ("function", "numpy_found", "python_found"),
    [
        (seeds_numpy, "seeded", "untouched"),
        (seeds_python, "untouched", "seeded"),
        (draws, "drawn", "untouched"),
        (uses_its_own, "untouched", "untouched"),
    ],
)
def test_what_is_done_to_shared_randomness_is_told(
    function: Callable[[], Any], numpy_found: str, python_found: str
) -> None:
    random.seed(5)
    np.random.seed(5)
    expected = random.random(), np.random.random()
    random.seed(5)
    np.random.seed(5)
    found = LocalNotebook({"f": function}).ask(probes.global_randomness, "f")
    assert found == {"NumPy": numpy_found, "Python": python_found}
    assert (random.random(), np.random.random()) == expected
