"""A class without examples is left out.

loses: 2
told: was left out
"""


def imbalance_ratio(counts):
    present = counts[counts > 0]
    return present.max() / present.min()
