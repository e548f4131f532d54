"""How far what checks measure stays from their thresholds, over many random seeds.

A check that depends on chance will some day fail a right answer. These figures say how rarely: each
quantity is measured on every right answer with every seed.
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from course.verdict import Measurement

# A quantity that varies like a normal one crosses a threshold so far away once in 30,000 runs.
ENOUGH = 4.0


@dataclass(frozen=True)
class Spread:
    """What was measured of one quantity.

    Attributes:
        runs: how often it was measured.
        worst: the value nearest to the threshold, or furthest beyond it.
        percentile: the value that one run in a hundred is as bad as, or worse.
        distance: from the mean to the threshold in standard deviations; infinite if nothing varies.
    """

    assignment: str
    exercise: str
    quantity: str
    runs: int
    mean: float
    standard_deviation: float
    worst: float
    percentile: float
    threshold: float
    distance: float

    @property
    def is_safe(self) -> bool:
        """True if no run comes near the threshold."""
        return self.distance >= ENOUGH

    def as_data(self) -> dict[str, Any]:
        """Return the spread as plain data; JSON has no infinity, so that distance is None."""
        return asdict(self) | {"distance": self.distance if math.isfinite(self.distance) else None}


def spread_of(assignment: str, exercise: str, measured: Sequence[Measurement]) -> Spread:
    """Summarize measurements of one quantity, which share a threshold.

    Args:
        measured: one for each run; at least one.
    """
    first = measured[0]
    values = sorted((one.value for one in measured), reverse=not first.at_least)
    mean, deviation = statistics.fmean(values), statistics.pstdev(values)
    margin = (mean - first.threshold) * (1 if first.at_least else -1)
    distance = margin / deviation if deviation else math.copysign(math.inf, margin)
    return Spread(
        assignment,
        exercise,
        first.quantity,
        len(values),
        mean,
        deviation,
        values[0],
        values[int(0.01 * len(values))],
        first.threshold,
        distance,
    )


def spreads_of(
    assignment: str, exercise: str, measured: Iterable[Measurement]
) -> tuple[Spread, ...]:
    """Summarize measurements of several quantities, in the order in which they came up."""
    by_quantity: dict[tuple[str, float], list[Measurement]] = {}
    for one in measured:
        by_quantity.setdefault((one.quantity, one.threshold), []).append(one)
    return tuple(spread_of(assignment, exercise, some) for some in by_quantity.values())
