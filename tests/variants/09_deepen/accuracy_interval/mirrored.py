"""Functional: the upper end is 1 minus the lower end of the wrong answers; a list of two."""

from math import sqrt


def _lower(hits, n, z=1.959964):
    p = hits / n
    root = sqrt(p * (1 - p) / n + (z / (2 * n)) ** 2)
    return max(0.0, (p + z * z / (2 * n) - z * root) / (1 + z * z / n))


def accuracy_interval(correct, total):
    return [_lower(correct, total), 1 - _lower(total - correct, total)]
