"""Where things lie in the repository, and how its assignments are loaded for grading."""

from collections.abc import Iterable
from pathlib import Path

import nbformat

from autograder.authoring.section import read_section
from autograder.grading import Assignment

ROOT = Path(__file__).resolve().parent.parent
SOLUTIONS = ROOT / "solutions"
CHECKS = ROOT / "autograder" / "checks"
EXERCISES = ROOT / "exercises"
BUILD = ROOT / "build"
MISTAKES = ROOT / "tests" / "mistakes"
VARIANTS = ROOT / "tests" / "variants"
# What `autograder verify --write` found, for the website.
VERIFIED = ROOT / "site" / "verified.json"
# The files that the solved notebooks are handed in with.
SAMPLE_FILES = ROOT / "autograder" / "samples"


class UnknownAssignment(ValueError):
    """There is no such assignment; the message lists those that there are."""


def assignment_names() -> list[str]:
    """Return the names of all assignments, in the order of the course."""
    return sorted(path.stem for path in SOLUTIONS.glob("[0-9][0-9]_*.py"))


def load_assignments(names: Iterable[str] = ()) -> tuple[Assignment, ...]:
    """Load assignments from their scripts and check modules.

    Args:
        names: which; all if none are named.

    Raises:
        UnknownAssignment: there is no script of that name.
        AuthoringError: a script or a check module has a fault.
    """
    known = assignment_names()
    wanted = list(names) or known
    for name in wanted:
        if name not in known:
            raise UnknownAssignment(
                f"There is no assignment {name!r}. There are: {', '.join(known)}."
            )
    return tuple(_load(name) for name in wanted)


def script_path(name: str) -> Path:
    """Return the path of an assignment's script."""
    return SOLUTIONS / f"{name}.py"


def checks_path(name: str) -> Path:
    """Return the path of an assignment's check module."""
    return CHECKS / f"test_{name}.py"


def _load(name: str) -> Assignment:
    section = read_section(script_path(name), CHECKS)
    files = {file: (SAMPLE_FILES / file).read_bytes() for file in section.hands_in}
    source = nbformat.writes(section.source_notebook())
    return Assignment(name, source, checks_path(name), files)
