"""Calls with what plain data cannot carry."""

from collections.abc import Mapping
from typing import Any

from course.probes.registry import function_named, probe


@probe
def call_with_tuples(notebook: Mapping[str, Any], name: str, *args: Any) -> Any:
    """Call a function with a tuple wherever a list is given.

    On their way into a notebook tuples turn into lists, and a function may rightly tell a pair by
    ``isinstance(value, tuple)``.

    Returns:
        What the function returns.
    """
    function = function_named(notebook, name)
    return function(*(tuple(arg) if isinstance(arg, list) else arg for arg in args))
