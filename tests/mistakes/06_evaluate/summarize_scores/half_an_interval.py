"""1.96 standard errors.

loses: 2
told: 1.96 standard errors
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": 1.96 * deviation / np.sqrt(len(scores)),
    }
