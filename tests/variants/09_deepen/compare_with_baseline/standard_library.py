"""Python's statistics, and p by summing Student's density."""

import math
import statistics


def _beyond(t, freedom):
    steps = 20_000
    top = math.atan(abs(t) / math.sqrt(freedom))
    area = 0.0
    for i in range(steps):
        area += math.cos((i + 0.5) / steps * top) ** (freedom - 1) * top / steps
    whole = math.sqrt(math.pi) * math.gamma(freedom / 2) / math.gamma((freedom + 1) / 2)
    return 1 - 2 * area / whole


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    d = [float(b) - float(a) for a, b in zip(baseline_scores, deeper_scores, strict=True)]
    mean, spread = statistics.fmean(d), statistics.stdev(d)
    if spread == 0 and mean == 0:
        return dict(difference=0, t=0, p=1, better=False)
    t = mean / (spread * math.sqrt(1 / len(d) + n_test / n_train))
    p = _beyond(t, len(d) - 1)
    return dict(difference=mean, t=t, p=p, better=mean > 0 and p < 0.05, folds=len(d))
