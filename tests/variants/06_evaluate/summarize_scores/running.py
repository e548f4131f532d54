"""Over-careful: Welford's running mean and squares in a class, with type hints and validation."""

import math
from collections.abc import Sequence


class Running:
    def __init__(self) -> None:
        self.count = 0
        self.mean = 0.0
        self._squares = 0.0

    def add(self, value: float) -> None:
        self.count += 1
        delta = value - self.mean
        self.mean += delta / self.count
        self._squares += delta * (value - self.mean)

    @property
    def std(self) -> float:
        return math.sqrt(self._squares / (self.count - 1))

    @property
    def standard_error(self) -> float:
        return self.std / math.sqrt(self.count)


def summarize_scores(scores: Sequence[float] | np.ndarray) -> dict[str, float]:
    if len(scores) < 2:
        raise ValueError("a spread needs at least two scores")
    running = Running()
    for score in scores:
        running.add(float(score))
    return {
        "k": running.count,
        "mean": running.mean,
        "std": running.std,
        "standard_error": running.standard_error,
        "min": float(min(scores)),
        "max": float(max(scores)),
    }
