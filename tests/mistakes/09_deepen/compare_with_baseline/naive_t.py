"""The plain paired t-test of SciPy.

loses: 2
told: plain t of independent measurements
"""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    difference = np.mean(deeper_scores) - np.mean(baseline_scores)
    if difference == 0:
        return {"difference": 0.0, "t": 0.0, "p": 1.0, "better": False}
    t, p = stats.ttest_rel(deeper_scores, baseline_scores)
    return {"difference": difference, "t": t, "p": p, "better": p < 0.05 and difference > 0}
