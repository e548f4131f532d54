"""The variance in place of its root.

loses: 3
told: this is the variance, in squared units
"""


def summarize_scores(scores):
    deviation = np.var(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores)),
    }
