"""NumPy, and p by the regularized incomplete beta function."""

from scipy.special import betainc


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a, b = np.atleast_1d(scores_a).astype(float), np.atleast_1d(scores_b).astype(float)
    if a.shape != b.shape or a.size < 2:
        raise ValueError(
            f"Two equally long rows of at least two scores, please: {a.size}, {b.size}."
        )
    d, df = a - b, a.size - 1
    if not d.any():
        return 0.0, 1.0
    with np.errstate(divide="ignore"):
        t = d.mean() / np.sqrt((1 / d.size + n_test / n_train) * d.var(ddof=1))
    return t, betainc(df / 2, 0.5, df / (df + t * t))
