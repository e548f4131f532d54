"""The tail beyond t itself, which is more than half where t is negative.

loses: 1
told: Where t is negative
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b) or len(scores_a) < 2:
        raise ValueError("scores")
    d = np.array(scores_a) - np.array(scores_b)
    if np.all(d == 0):
        return 0.0, 1.0
    k = len(d)
    t = d.mean() / np.sqrt((1 / k + n_test / n_train) * d.var(ddof=1))
    return float(t), float(2 * stats.t.sf(t, k - 1))
