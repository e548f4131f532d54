"""Welch's test of two independent groups.

loses: 3
told: two independent groups of scores
"""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    t, p = stats.ttest_ind(deeper_scores, baseline_scores, equal_var=False)
    difference = np.mean(deeper_scores) - np.mean(baseline_scores)
    return {"difference": difference, "t": t, "p": p, "better": p < 0.05 and difference > 0}
