"""How a function treats what it is given."""

import copy
from collections.abc import Mapping
from typing import Any

import numpy as np

from course.probes.registry import function_named, probe


@probe
def changed_arguments(notebook: Mapping[str, Any], name: str, *args: Any) -> list[int]:
    """Call a function and tell which of its positional arguments it changed.

    Checks send copies, so only a look from inside can see this.

    Returns:
        The positions, from 0, of the arguments that differ after the call.
    """
    function = function_named(notebook, name)
    before = copy.deepcopy(args)
    function(*args)
    return [i for i, pair in enumerate(zip(before, args, strict=True)) if not is_unchanged(*pair)]


def is_unchanged(before: Any, after: Any) -> bool:
    """Tell whether an argument is what it was: for an array its dtype, shape and every byte.

    Lists, tuples and dicts are looked into.
    """
    if isinstance(before, dict):
        return (
            isinstance(after, dict)
            and list(before) == list(after)
            and all(is_unchanged(before[key], after[key]) for key in before)
        )
    if isinstance(before, list | tuple):
        return (
            type(before) is type(after)
            and len(before) == len(after)
            and all(is_unchanged(*pair) for pair in zip(before, after, strict=True))
        )
    if isinstance(before, np.ndarray):
        return (
            isinstance(after, np.ndarray)
            and before.dtype == after.dtype
            and before.shape == after.shape
            and before.tobytes() == after.tobytes()
        )
    return before is after or bool(before == after)  # NaN is itself, and does not equal itself
