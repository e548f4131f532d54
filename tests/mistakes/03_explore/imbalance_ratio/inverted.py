"""The smallest over the largest.

loses: 3
told: smallest class over the largest
"""


def imbalance_ratio(counts):
    return counts.min() / counts.max()
