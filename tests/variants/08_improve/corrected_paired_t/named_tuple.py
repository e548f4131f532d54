"""Over-careful: a named tuple of two floats, helpers, and errors that say what is wrong."""

import statistics
from collections.abc import Iterable
from typing import NamedTuple


class Comparison(NamedTuple):
    t: float
    p: float


NO_DIFFERENCE = Comparison(t=0.0, p=1.0)


def _differences(scores_a: Iterable[float], scores_b: Iterable[float]) -> list[float]:
    a, b = [float(score) for score in scores_a], [float(score) for score in scores_b]
    if len(a) != len(b):
        raise ValueError(f"{len(a)} scores on one side, {len(b)} on the other.")
    if len(a) < 2:
        raise ValueError(f"At least two folds are needed for a spread, not {len(a)}.")
    return [left - right for left, right in zip(a, b, strict=True)]


def corrected_paired_t(
    scores_a: Iterable[float], scores_b: Iterable[float], n_train: int, n_test: int
) -> Comparison:
    differences = _differences(scores_a, scores_b)
    if not any(differences):
        return NO_DIFFERENCE
    folds = len(differences)
    uncertainty = statistics.stdev(differences) * (1 / folds + n_test / n_train) ** 0.5
    t = statistics.mean(differences) / uncertainty
    return Comparison(t, float(2 * stats.t.sf(abs(t), df=folds - 1)))
