"""SciPy's paired test, whose t is made smaller by the factor that the overlap demands."""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a = np.array(scores_a, dtype=float)
    b = np.array(scores_b, dtype=float)
    if a.size != b.size:
        raise ValueError("not as many scores")
    k = a.size
    if k == 1:
        raise ValueError("one fold has no spread")
    if np.array_equal(a, b):
        return np.array([0.0, 1.0])
    t = stats.ttest_rel(a, b).statistic / np.sqrt(1 + k * n_test / n_train)
    return np.array([t, 2 * stats.t(df=k - 1).cdf(-np.abs(t))])
