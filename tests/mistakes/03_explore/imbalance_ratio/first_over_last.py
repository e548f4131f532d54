"""The first count over the last, as if they were sorted.

loses: 3
told: first count over the last
"""


def imbalance_ratio(counts):
    if counts.min() == 0:
        return np.inf
    return counts[0] / counts[-1]
