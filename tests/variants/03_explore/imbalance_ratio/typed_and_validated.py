"""Over-careful: type hints, validation, a named constant and a dataclass."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extremes:
    smallest: int
    largest: int

    @property
    def ratio(self) -> float:
        if self.smallest == 0:
            return math.inf
        return self.largest / self.smallest


def imbalance_ratio(counts: Iterable[int]) -> float:
    numbers = [int(count) for count in counts]
    if not numbers or max(numbers) <= 0:
        raise ValueError("there must be at least one example")
    if min(numbers) < 0:
        raise ValueError("a count cannot be negative")
    return Extremes(smallest=min(numbers), largest=max(numbers)).ratio
