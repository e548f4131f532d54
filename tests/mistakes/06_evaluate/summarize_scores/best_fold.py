"""The best fold in place of the mean.

loses: 2
told: this is the best fold
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {
        "mean": max(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores)),
    }
