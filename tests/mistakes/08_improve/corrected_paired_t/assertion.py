"""Rows that do not fit raise another error.

loses: 1
told: and it raised AssertionError
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a, b = np.asarray(scores_a, float), np.asarray(scores_b, float)
    assert len(a) == len(b) >= 2
    differences = a - b
    if not differences.any():
        return 0.0, 1.0
    k = len(differences)
    variance = differences.var(ddof=1)
    t = differences.mean() / np.sqrt(variance * (1 / k + n_test / n_train))
    p = 2 * stats.t.sf(abs(t), k - 1)
    return float(t), float(p)
