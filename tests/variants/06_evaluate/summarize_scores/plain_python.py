"""No library."""


def summarize_scores(scores):
    k = len(scores)
    mean = sum(scores) / k
    std = (sum((score - mean) ** 2 for score in scores) / (k - 1)) ** 0.5
    return {"mean": mean, "std": std, "standard_error": std / k**0.5, "k": k}
