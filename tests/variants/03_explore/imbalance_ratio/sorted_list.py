"""Python's sort and its infinity."""

import math


def imbalance_ratio(counts):
    ordered = sorted(counts.tolist())
    return math.inf if ordered[0] == 0 else ordered[-1] / ordered[0]
