"""The t-test of SciPy for two independent groups.

loses: 3
told: two independent groups
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a, b = np.asarray(scores_a, float), np.asarray(scores_b, float)
    if len(a) != len(b) or len(a) < 2:
        raise ValueError("unequal lengths, or fewer than two folds")
    differences = a - b
    if not differences.any():
        return 0.0, 1.0
    t, p = stats.ttest_ind(a, b)
    return float(t), float(p)
