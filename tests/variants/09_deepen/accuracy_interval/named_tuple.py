"""Over-careful: checked counts, a named tuple, and z from the standard library's normal distribution."""

import math
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    low: float
    high: float


def _wilson(correct: int, total: int, confidence: float) -> Interval:
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, z2 = correct / total, z * z
    half = z * math.sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    ends = ((share + z2 / (2 * total) + sign * half) / (1 + z2 / total) for sign in (-1.0, 1.0))
    return Interval(*(min(max(end, 0.0), 1.0) for end in ends))


def accuracy_interval(correct: int, total: int) -> Interval:
    if total < 1:
        raise ValueError("There has to be at least one answer.")
    if not 0 <= correct <= total:
        raise ValueError(f"{correct} right answers of {total}?")
    return _wilson(int(correct), int(total), confidence=0.95)
