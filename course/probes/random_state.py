"""Whether a function leaves the random numbers of the whole notebook alone."""

import random
from collections.abc import Mapping
from typing import Any

import numpy as np

from course.probes.registry import function_named, probe


@probe
def global_randomness(notebook: Mapping[str, Any], name: str, *args: Any) -> dict[str, str]:
    """Call a function twice and tell what it did to the generators that all code shares.

    They are as they were afterwards.

    Returns:
        For ``"NumPy"`` (`numpy.random`) and ``"Python"`` (`random`) one of ``"untouched"``;
        ``"seeded"``: they stand at the same place after both calls, wherever they stood before;
        ``"drawn"``: they have moved on.
    """
    function = function_named(notebook, name)
    kept = random.getstate(), np.random.get_state()
    states = []
    try:
        for start in (1, 2):
            random.seed(start)
            np.random.seed(start)
            before = _states()
            function(*args)
            states.append((before, _states()))
    finally:
        random.setstate(kept[0])
        np.random.set_state(kept[1])
    (first, after_first), (_, after_second) = states
    return {
        source: _verdict(first[source], after_first[source], after_second[source])
        for source in first
    }


def _states() -> dict[str, Any]:
    kind, keys, *rest = np.random.get_state()
    return {"NumPy": (kind, np.asarray(keys).tobytes(), *rest), "Python": random.getstate()}


def _verdict(before: Any, after: Any, after_another: Any) -> str:
    if before == after:
        return "untouched"
    return "seeded" if after == after_another else "drawn"
