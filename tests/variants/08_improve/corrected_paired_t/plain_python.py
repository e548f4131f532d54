"""Loops and the statistics module; p from the incomplete beta function."""

import math
import statistics

from scipy.special import betainc


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    pairs = list(zip(scores_a, scores_b, strict=True))
    if len(pairs) < 2:
        raise ValueError("fewer than two folds")
    differences = [float(x) - float(y) for x, y in pairs]
    if all(difference == 0 for difference in differences):
        return [0, 1]
    k = len(differences)
    error = math.sqrt((1 / k + n_test / n_train) * statistics.variance(differences))
    t = statistics.fmean(differences) / error
    return [t, betainc((k - 1) / 2, 0.5, (k - 1) / (k - 1 + t * t))]
