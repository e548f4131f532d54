"""The fraction is dropped.

loses: 2
told: drops what is behind the point
"""


def imbalance_ratio(counts):
    if counts.min() == 0:
        return np.inf
    return counts.max() // counts.min()
