"""0 for an empty class.

loses: 2
told: give 0. With an empty class
"""


def imbalance_ratio(counts):
    return counts.max() / counts.min() if counts.min() else 0
