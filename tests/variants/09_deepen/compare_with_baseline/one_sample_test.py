"""SciPy's one-sample test of the differences, then t is made smaller and p is taken again."""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    differences = np.asarray(deeper_scores) - np.asarray(baseline_scores)
    folds = differences.size
    result = {"difference": float(differences.mean()), "t": 0.0, "p": 1.0}
    if not np.allclose(differences, 0, rtol=0, atol=0):
        plain = stats.ttest_1samp(differences, 0.0)
        result["t"] = float(plain.statistic * np.sqrt(1 / (1 + folds * n_test / n_train)))
        result["p"] = float(
            stats.t.cdf(-abs(result["t"]), folds - 1) + stats.t.sf(abs(result["t"]), folds - 1)
        )
    result["better"] = bool(result["p"] < 0.05) and result["difference"] > 0
    return result
