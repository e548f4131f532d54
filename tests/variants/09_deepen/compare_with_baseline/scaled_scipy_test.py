"""SciPy's paired test, its t shrunk by the correction."""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    baseline_scores, deeper_scores = np.array(baseline_scores), np.array(deeper_scores)
    if np.array_equal(baseline_scores, deeper_scores):
        return {"difference": 0.0, "t": 0.0, "p": 1.0, "better": np.False_}
    naive = stats.ttest_rel(deeper_scores, baseline_scores)
    folds = len(baseline_scores)
    t = naive.statistic / np.sqrt(1 + folds * n_test / n_train)
    p = stats.t(df=folds - 1).cdf(-np.abs(t)) * 2
    difference = np.mean(deeper_scores - baseline_scores)
    return {"difference": difference, "t": t, "p": p, "better": np.logical_and(p < 0.05, t > 0)}
