"""The exact interval of Clopper and Pearson: wider than asked for.

loses: 2
told: Clopper and Pearson
"""


def accuracy_interval(correct, total):
    interval = stats.binomtest(correct, total).proportion_ci(method="exact")
    return interval.low, interval.high
