"""Asks whether the differences vary, in place of whether they are 0, before it divides.

loses: 1
told: Differences that do not vary
"""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    d = np.asarray(deeper_scores, float) - np.asarray(baseline_scores, float)
    variance = d.var(ddof=1) * (1 / len(d) + n_test / n_train)
    t, p = 0.0, 1.0
    if variance > 0:
        t = d.mean() / np.sqrt(variance)
        p = 2 * stats.t.sf(abs(t), len(d) - 1)
    return {
        "difference": float(d.mean()),
        "t": float(t),
        "p": float(p),
        "better": bool(p < 0.05 and d.mean() > 0),
    }
