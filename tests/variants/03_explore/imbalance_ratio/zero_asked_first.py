"""Terse: asks whether a 0 is among the counts, and divides otherwise."""


def imbalance_ratio(counts):
    return float("inf") if 0 in counts else max(counts) / min(counts)
