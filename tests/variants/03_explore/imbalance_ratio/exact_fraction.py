"""An exact fraction, turned into a float at the end."""

from fractions import Fraction
from math import inf


def imbalance_ratio(counts):
    *_, largest = ordered = sorted(int(count) for count in counts)
    smallest = ordered[0]
    return float(Fraction(largest, smallest)) if smallest else inf
