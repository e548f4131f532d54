"""Rounded to two places.

loses: 2
told: It was rounded
"""


def imbalance_ratio(counts):
    if counts.min() == 0:
        return np.inf
    return round(counts.max() / counts.min(), 2)
