"""The verdict has another name.

loses: 3
told: no key 'better'
"""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    baseline, deeper = np.array(baseline_scores), np.array(deeper_scores)
    d, k = deeper - baseline, len(baseline_scores)
    if not d.any():
        return {"difference": 0.0, "t": 0.0, "p": 1.0, "better": False}
    variance = d.var(ddof=1) * (1 / k + n_test / n_train)
    t = d.mean() / np.sqrt(variance)
    p = 2 * stats.t.sf(abs(t), k - 1)
    better = bool(p < 0.05 and d.mean() > 0)
    return {"difference": d.mean(), "t": t, "p": p, "significant": better}
