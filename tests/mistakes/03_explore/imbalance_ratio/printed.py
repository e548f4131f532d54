"""Printed and not returned.

loses: 3
told: returned nothing
"""


def imbalance_ratio(counts):
    print(counts.max() / counts.min())
