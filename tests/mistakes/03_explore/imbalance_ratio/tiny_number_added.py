"""A tiny number keeps the divisor from 0.

loses: 2
told: in place of the 0
"""


def imbalance_ratio(counts):
    return counts.max() / (counts.min() + 1e-9)
