"""The largest class among all.

loses: 3
told: share of the largest class
"""


def imbalance_ratio(counts):
    return counts.max() / counts.sum()
