"""A text like 3.44 : 1.

loses: 3
told: returned text
"""


def imbalance_ratio(counts):
    return f"{counts.max() / counts.min():.2f} : 1"
