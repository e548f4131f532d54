"""Only one tail of the distribution is counted.

loses: 2
told: That is one side only
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a, b = np.asarray(scores_a, float), np.asarray(scores_b, float)
    if len(a) != len(b) or len(a) < 2:
        raise ValueError("unequal lengths, or fewer than two folds")
    differences = a - b
    if not differences.any():
        return 0.0, 1.0
    k = len(differences)
    variance = differences.var(ddof=1)
    t = differences.mean() / np.sqrt(variance * (1 / k + n_test / n_train))
    p = stats.t.sf(abs(t), k - 1)
    return float(t), float(p)
