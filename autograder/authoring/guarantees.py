"""What is promised of everything that learners get, checked on the very text they get.

nbgrader's generator and `visible_source` do the work; nothing here trusts them.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator

import nbformat

from autograder.authoring.check_module import is_test
from autograder.authoring.error import AuthoringError
from autograder.authoring.notebook import ANSWER, Kind, ScriptCell
from autograder.authoring.regions import (
    MARK_SCHEME,
    SOLUTION,
    find_regions,
    stub_source,
    without_mark_scheme,
)
from autograder.authoring.rules import parse_cell
from autograder.authoring.section import Section
from autograder.authoring.visible_checks import undefined_names

# All that a learner has for certain. TensorFlow stays in the notebook's process, behind probes.
# scikit-learn brings SciPy.
_IMPORTS_FOR_LEARNERS = {"course", "numpy", "pytest", "scipy", "sklearn", *sys.stdlib_module_names}
# Shorter secrets (`return x`) may stand elsewhere by chance.
_SHORTEST_SECRET = 20


def check_notebook(section: Section, text: str) -> None:
    """Check a released notebook: each cell is the learner's version of the script's cell.

    Raises:
        AuthoringError: a cell differs from that, or does not parse.
    """
    path = section.script.path
    cells = iter(nbformat.reads(text, as_version=4).cells)
    for cell in section.script.cells:
        for wanted in _released_sources(cell):
            found = next(cells, None)
            if found is None or found.source != wanted:
                raise AuthoringError(
                    path,
                    cell.line,
                    "the released cell is not the one that the script promises. Look for "
                    "nbgrader's own markers in it (HIDDEN TESTS, AUTOTEST).",
                )
            if found.cell_type == "code":
                parse_cell(found.source)
                if found.outputs or found.execution_count:
                    raise AuthoringError(path, cell.line, "the released cell has outputs.")
    if next(cells, None) is not None:
        raise AuthoringError(path, None, "the released notebook has more cells than the script.")


def check_checks(section: Section, text: str) -> None:
    """Check the released copy of a check module: exactly the visible tests, able to run.

    Raises:
        AuthoringError: a test too many or too few, or something that learners do not have.
    """
    path = section.checks.path
    tree = ast.parse(text)
    released = {
        (node.name, member.name)
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for member in node.body
        if is_test(member)
    }
    visible = {
        (question.class_name, test.name)
        for question in section.checks.questions
        for test in question.tests
        if not test.hidden
    }
    if released != visible:
        names = ", ".join(sorted(f"{owner}.{name}" for owner, name in released ^ visible))
        raise AuthoringError(path, None, f"the released copy has too many or too few: {names}.")
    for module, line in _imports(tree):
        if module.split(".")[0] not in _IMPORTS_FOR_LEARNERS:
            raise AuthoringError(
                path,
                None,
                f"a visible test needs `{module}` (line {line} of the released copy), which a "
                "learner may lack. Use numpy, pytest, course or sklearn, or move it to a probe.",
            )
    if undefined := undefined_names(text):
        raise AuthoringError(
            path,
            None,
            f"the released copy lacks {', '.join(sorted(undefined))}. Define it in the module "
            "itself, by an ordinary assignment, def or import.",
        )


def check_secrets(sections: Iterable[Section], released: Iterable[tuple[str, str]]) -> None:
    """Check that no released text, of any section, holds a secret of any section.

    Args:
        released: pairs of a file's name and its text; of a notebook, the text of its cells.

    Raises:
        AuthoringError: a solution, a mark scheme or a hidden test stands there word for word.
    """
    texts = [(name, _squeezed(text)) for name, text in released]
    for section in sections:
        for error, secret, pattern in _secrets(section):
            for name, text in texts:
                if _is_name(secret) and section.name not in name:
                    continue  # another section may call a test of its own the same
                if pattern.search(text):
                    raise AuthoringError(
                        error.path,
                        error.line,
                        f"{error.problem} is told to learners in {name}: `{_shortened(secret)}`. "
                        "Remove it there.",
                    )


def _is_name(secret: str) -> bool:
    return secret.startswith("test_") and secret.isidentifier()


def notebook_text(text: str) -> str:
    """Return the text of all cells of a notebook."""
    return "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)


def _released_sources(cell: ScriptCell) -> list[str]:
    if cell.kind is Kind.EXERCISE:
        return [stub_source(cell.source)]
    if cell.kind is Kind.QUESTION:
        return [without_mark_scheme(cell.source), ANSWER]
    return [cell.source]


def _imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or ""), node.lineno


def _secrets(section: Section) -> Iterator[tuple[AuthoringError, str, re.Pattern[str]]]:
    """Yield where a secret stands and how to speak of it, its words, and how to find them."""
    for cell in section.script.cells:
        where = AuthoringError(section.script.path, cell.line, f"the solution of `{cell.name}`")
        for region in find_regions(cell.source, SOLUTION):
            yield from _long_enough(where, _squeezed(region.text(cell.source)))
        where = AuthoringError(section.script.path, cell.line, f'the mark scheme of "{cell.name}"')
        for region in find_regions(cell.source, MARK_SCHEME):
            for line in region.text(cell.source).split("\n"):
                yield from _long_enough(where, _squeezed(line))
    visible = [
        test for question in section.checks.questions for test in question.tests if not test.hidden
    ]
    for question in section.checks.questions:
        for test in question.tests:
            if not test.hidden:
                continue
            where = AuthoringError(section.checks.path, test.line, f"hidden test `{test.name}`")
            if test.name not in {other.name for other in visible}:
                yield where, test.name, re.compile(rf"\b{re.escape(test.name)}\b")
            if not any(test.title in other.title for other in visible):
                yield from _long_enough(where, _squeezed(test.title))


def _long_enough(
    where: AuthoringError, secret: str
) -> Iterator[tuple[AuthoringError, str, re.Pattern[str]]]:
    if len(secret) >= _SHORTEST_SECRET:
        yield where, secret, re.compile(re.escape(secret))


def _squeezed(text: str) -> str:
    """Return text without indentation, comments and blank lines: its layout tells nothing."""
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line and not line.startswith("#"))


def _shortened(text: str) -> str:
    first = text.split("\n")[0]
    return first if len(first) <= 60 else first[:59] + "…"
