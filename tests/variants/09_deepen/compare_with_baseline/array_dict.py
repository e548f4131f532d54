"""NumPy, terse; all four values are NumPy scalars, better a NumPy truth value."""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    d = np.subtract(deeper_scores, baseline_scores)
    k, mean = len(d), np.mean(d)
    if not np.any(d):
        t, p = np.float64(0.0), np.float64(1.0)
    else:
        t = mean / np.sqrt(np.var(d, ddof=1) * (1 / k + n_test / n_train))
        p = 2 * stats.t.sf(np.abs(t), k - 1)
    return dict(difference=mean, t=t, p=p, better=np.logical_and(p < 0.05, mean > 0))
