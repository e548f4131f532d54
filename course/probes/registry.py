"""Probes by name, so that the sandboxed kernel runs ours and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from course.errors import NotDefined

_Function = TypeVar("_Function", bound=Callable[..., Any])
_PROBES: dict[str, Callable[..., Any]] = {}


def probe(function: _Function) -> _Function:
    """Register a function ``(notebook namespace, *args) -> plain data`` as a probe."""
    if function.__name__ in _PROBES:
        raise ValueError(f"two probes are called {function.__name__}")
    _PROBES[function.__name__] = function
    return function


def find_probe(name: str) -> Callable[..., Any]:
    """Return the probe called `name`; KeyError if there is none."""
    return _PROBES[name]


def function_named(notebook: Mapping[str, Any], name: str) -> Callable[..., Any]:
    """Return a function of the learner's by name.

    Raises:
        NotDefined: the notebook has no function of that name.
    """
    function = notebook.get(name)
    if not callable(function):
        raise NotDefined(name)
    return function
