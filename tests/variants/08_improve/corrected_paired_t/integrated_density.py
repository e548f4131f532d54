"""No distribution from a library: the density of Student's t is integrated between -t and t."""

import math

from scipy.integrate import quad


def _density(x, df):
    log_scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return math.exp(log_scale - (df + 1) / 2 * math.log1p(x * x / df))


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b) or len(scores_a) < 2:
        raise ValueError("two rows of the same length, of two scores or more")
    differences = [float(a) - float(b) for a, b in zip(scores_a, scores_b, strict=True)]
    if all(difference == 0 for difference in differences):
        return 0.0, 1.0
    k = len(differences)
    mean = math.fsum(differences) / k
    variance = math.fsum((difference - mean) ** 2 for difference in differences) / (k - 1)
    t = mean / math.sqrt(variance * (1 / k + n_test / n_train))
    beyond, _ = quad(_density, abs(t), math.inf, args=(k - 1,))
    return t, 2 * beyond
