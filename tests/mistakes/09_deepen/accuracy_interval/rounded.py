"""Rounds both ends, as they will be printed.

loses: 2
told: rounded to 3 decimals
"""


def accuracy_interval(correct, total):
    interval = stats.binomtest(correct, total).proportion_ci(method="wilson")
    return round(float(interval.low), 3), round(float(interval.high), 3)
