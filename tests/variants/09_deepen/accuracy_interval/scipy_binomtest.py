"""SciPy's own interval."""


def accuracy_interval(correct, total):
    interval = stats.binomtest(int(correct), int(total)).proportion_ci(0.95, method="wilson")
    return interval.low, interval.high
