"""In percent.

loses: 3
told: in percent
"""


def imbalance_ratio(counts):
    return 100 * counts.max() / counts.min()
