"""The standard error divides by K.

loses: 2
told: with the *root* of K
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / len(scores),
    }
