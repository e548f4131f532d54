"""The error is caught."""


def imbalance_ratio(counts):
    try:
        return int(max(counts)) / int(min(counts))
    except ZeroDivisionError:
        return float("inf")
