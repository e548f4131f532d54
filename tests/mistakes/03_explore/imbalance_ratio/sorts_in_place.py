"""The argument is sorted.

loses: 1
told: changed the counts
"""


def imbalance_ratio(counts):
    counts.sort()
    return counts[-1] / counts[0] if counts[0] else np.inf
