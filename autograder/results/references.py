"""The functions of the reference solutions, taken out of their scripts without running a cell.

A function is taken with the functions of its section and the imports that it leans on, and with
nothing else: a set-up cell loads the digits, test set included, and whoever only wants arithmetic
need not wait for TensorFlow.
"""

import ast
import copy
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from autograder import repository
from autograder.authoring.percent_script import parse_script

Function = Callable[..., Any]


class UnknownFunction(LookupError):
    """A section has no such function; the message lists those that there are."""


@dataclass(frozen=True)
class _Section:
    """The functions of a script by name, and its imports by the name that each binds."""

    functions: dict[str, ast.FunctionDef]
    imports: dict[str, ast.stmt]


@cache
def _section(name: str) -> _Section:
    section = _Section({}, {})
    for cell in parse_script(repository.script_path(name)).cells:
        if cell.cell_type != "code":
            continue
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.FunctionDef):
                section.functions[node.name] = node
            elif isinstance(node, ast.Import | ast.ImportFrom):
                for alias in node.names:
                    one = copy.copy(node)
                    one.names = [alias]
                    section.imports[alias.asname or alias.name.partition(".")[0]] = one
    return section


def _taken(section: str, function: str) -> list[ast.stmt]:
    """Return a function with all that it leans on in its section, imports first."""
    found = _section(section)
    if function not in found.functions:
        raise UnknownFunction(
            f"solutions/{section}.py has no function {function!r}. It has: "
            f"{', '.join(found.functions)}."
        )
    functions: dict[str, ast.FunctionDef] = {}
    imports: dict[str, ast.stmt] = {}
    names = [function]
    while names:
        name = names.pop()
        if name in found.imports:
            imports[name] = found.imports[name]
        elif name in found.functions and name not in functions:
            functions[name] = found.functions[name]
            names += [n.id for n in ast.walk(functions[name]) if isinstance(n, ast.Name)]
    return [*imports.values(), *functions.values()]


@cache
def reference(name: str) -> Function:
    """Return a function of the solutions, such as ``"06_evaluate.stratified_folds"``.

    Raises:
        UnknownFunction: the section has none of that name.
    """
    section, _, function = name.partition(".")
    namespace: dict[str, Any] = {"__name__": f"solutions.{section}"}
    taken = ast.Module(_taken(section, function), [])
    exec(compile(taken, f"<solutions/{section}.py>", "exec"), namespace)
    found: Function = namespace[function]
    return found


@cache
def code_hash(*names: str) -> str:
    """Return a hash of what some functions of the solutions do; words about them do not count."""
    content = hashlib.sha256()
    for name in names:
        section, _, function = name.partition(".")
        for node in _taken(section, function):
            source = source_of(node) if isinstance(node, ast.FunctionDef) else ast.unparse(node)
            content.update(source.encode() + b"\n")
    return content.hexdigest()[:16]


def source_of(function: ast.FunctionDef) -> str:
    """Return a function's code in one spelling, without docstrings and comments."""
    return without_words(ast.unparse(function))


def without_words(source: str) -> str:
    """Return code in one spelling, without docstrings and comments."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (
            ast.get_docstring(node, clean=False) is not None
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
