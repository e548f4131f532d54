"""The functions of the reference solutions, taken out of their scripts without running a cell.

Only imports and functions are taken: a set-up cell loads the digits, test set included, and an
experiment trains.
"""

import ast
import copy
import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from autograder import repository
from autograder.authoring.percent_script import parse_script

Function = Callable[..., Any]


class UnknownFunction(LookupError):
    """A section has no such function; the message lists those that there are."""


@cache
def _section(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the namespace of a section, and the source of each function without its docstring."""
    taken: list[ast.stmt] = []
    sources = {}
    for cell in parse_script(repository.script_path(name)).cells:
        if cell.cell_type != "code":
            continue
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                taken.append(node)
            elif isinstance(node, ast.FunctionDef):
                taken.append(node)
                sources[node.name] = source_of(node)
    namespace: dict[str, Any] = {"__name__": f"solutions.{name}"}
    exec(compile(ast.Module(taken, []), f"<solutions/{name}.py>", "exec"), namespace)
    return namespace, sources


def source_of(function: ast.FunctionDef) -> str:
    """Return a function's code in one spelling, without docstring and comments."""
    bare = copy.copy(function)
    if ast.get_docstring(function, clean=False) is not None:
        bare.body = function.body[1:] or [ast.Pass()]
    return ast.unparse(bare)


def reference(name: str) -> Function:
    """Return a function of the solutions, such as ``"06_evaluate.stratified_folds"``.

    Raises:
        UnknownFunction: the section has none of that name.
    """
    section, _, function = name.partition(".")
    namespace, sources = _section(section)
    if function not in sources:
        raise UnknownFunction(
            f"solutions/{section}.py has no function {function!r}. It has: {', '.join(sources)}."
        )
    found: Function = namespace[function]
    return found


def code_hash(*names: str) -> str:
    """Return a hash of what some functions of the solutions do; words about them do not count."""
    content = hashlib.sha256()
    for name in names:
        reference(name)
        section, _, function = name.partition(".")
        content.update(_section(section)[1][function].encode())
    return content.hexdigest()[:16]
