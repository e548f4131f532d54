"""1 / (K - 1) stands in the code, whatever n_test and n_train are.

loses: 1
told: comes out as 1 / (K - 1)
"""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b) or len(scores_a) < 2:
        raise ValueError("scores")
    d = np.array(scores_a) - np.array(scores_b)
    if np.all(d == 0):
        return 0.0, 1.0
    k = len(d)
    t = d.mean() / np.sqrt((1 / k + 1 / (k - 1)) * d.var(ddof=1))
    return float(t), float(2 * stats.t.sf(abs(t), k - 1))
