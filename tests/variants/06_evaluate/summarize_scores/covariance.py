"""Terse: the covariance of one variable is its sample variance."""


def summarize_scores(scores):
    std = np.cov(scores) ** 0.5
    return {"mean": np.mean(scores), "std": std, "standard_error": std / len(scores) ** 0.5}
