"""How many answers would be right, not which share of them.

loses: 2
told: The interval counts answers
"""


def accuracy_interval(correct, total):
    interval = stats.binomtest(correct, total).proportion_ci(method="wilson")
    return float(total * interval.low), float(total * interval.high)
