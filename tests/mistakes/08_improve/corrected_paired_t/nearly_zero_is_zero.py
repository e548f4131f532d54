"""Takes small differences for none.

loses: 1
told: Small differences are not zero
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b) or len(scores_a) < 2:
        raise ValueError("scores")
    if np.allclose(scores_a, scores_b, atol=1e-3):
        return 0.0, 1.0
    d = np.array(scores_a) - np.array(scores_b)
    k = len(d)
    t = d.mean() / np.sqrt((1 / k + n_test / n_train) * d.var(ddof=1))
    return float(t), float(2 * stats.t.sf(abs(t), k - 1))
