"""The largest class over the mean.

loses: 3
told: compares the largest class with the mean
"""


def imbalance_ratio(counts):
    return counts.max() / counts.mean()
