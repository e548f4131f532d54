"""Python's own numbers refuse to be divided by 0.

loses: 2
told: ended in an error (ZeroDivisionError)
"""


def imbalance_ratio(counts):
    return int(max(counts)) / int(min(counts))
