"""The closed form of Student's distribution for whole degrees of freedom, with sines and cosines."""

from math import atan2, cos, pi, sin, sqrt


def _inside(t, df):
    angle = atan2(t, sqrt(df))
    if df == 1:
        return 2 * angle / pi
    term, total = 1.0, 1.0
    if df % 2:
        for j in range(2, df - 1, 2):
            term *= j / (j + 1) * cos(angle) ** 2
            total += term
        return 2 / pi * (angle + sin(angle) * cos(angle) * total)
    for j in range(1, df - 2, 2):
        term *= j / (j + 1) * cos(angle) ** 2
        total += term
    return sin(angle) * total


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    k = len(scores_a)
    if k < 2 or k != len(scores_b):
        raise ValueError("The same number of folds on both sides, and at least two.")
    d = np.asarray(scores_a, dtype=np.float64) - np.asarray(scores_b, dtype=np.float64)
    if np.all(d == 0):
        return 0.0, 1.0
    s2 = np.cov(d)
    t = np.average(d) / sqrt(s2 * (1 / k + n_test / n_train))
    return float(t), 1 - _inside(abs(t), k - 1)
