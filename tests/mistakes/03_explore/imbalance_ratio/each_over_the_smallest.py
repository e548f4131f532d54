"""A ratio for each class.

loses: 3
told: array of the shape
"""


def imbalance_ratio(counts):
    return counts / counts.min()
