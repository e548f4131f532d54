"""A difference.

loses: 3
told: a difference
"""


def imbalance_ratio(counts):
    return counts.max() - counts.min()
