"""NaN for an empty class.

loses: 2
told: NaN, which means
"""


def imbalance_ratio(counts):
    return counts.max() / counts.min() if counts.min() else np.nan
