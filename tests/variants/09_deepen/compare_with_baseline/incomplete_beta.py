"""Functional: math.fsum for the sums, and p by the regularized incomplete beta function."""

from math import copysign, fsum, sqrt
from operator import sub

from scipy.special import betainc


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    d = list(map(sub, map(float, deeper_scores), map(float, baseline_scores)))
    k, mean = len(d), fsum(d) / len(d)
    s2 = fsum((x - mean) ** 2 for x in d) / (k - 1)
    below = s2 * (1 / k + n_test / n_train)
    if below > 0:
        t = mean / sqrt(below)
        p = float(betainc((k - 1) / 2, 0.5, (k - 1) / (k - 1 + t**2)))
    elif mean == 0:
        t, p = 0.0, 1.0
    else:
        t, p = copysign(float("inf"), mean), 0.0
    return {"difference": mean, "t": t, "p": p, "better": p < 0.05 and mean > 0}
