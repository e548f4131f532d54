"""An error is raised on purpose.

loses: 2
told: ended in an error (ValueError)
"""


def imbalance_ratio(counts):
    if min(counts) == 0:
        raise ValueError("a class has no example")
    return max(counts) / min(counts)
