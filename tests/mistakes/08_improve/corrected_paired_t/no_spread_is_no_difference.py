"""Looks for a spread of 0 instead of differences of 0.

loses: 1
told: only their spread is zero
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b) or len(scores_a) < 2:
        raise ValueError("scores")
    d = np.array(scores_a) - np.array(scores_b)
    s = d.std(ddof=1)
    if s == 0:
        return 0.0, 1.0
    k = len(d)
    t = d.mean() / (s * np.sqrt(1 / k + n_test / n_train))
    return float(t), float(2 * stats.t.sf(abs(t), k - 1))
