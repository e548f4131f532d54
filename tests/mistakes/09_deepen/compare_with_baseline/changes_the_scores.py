"""Subtracts in place.

loses: 1
told: lists of scores were changed
"""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    d = np.asarray(deeper_scores)
    d -= np.asarray(baseline_scores)
    if not d.any():
        return {"difference": 0.0, "t": 0.0, "p": 1.0, "better": False}
    t = d.mean() / np.sqrt(d.var(ddof=1) * (1 / len(d) + n_test / n_train))
    p = 2 * stats.t.sf(abs(t), len(d) - 1)
    return {"difference": d.mean(), "t": t, "p": p, "better": p < 0.05 and d.mean() > 0}
