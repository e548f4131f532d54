"""The 1 is taken off twice.

loses: 2
told: it was divided by √(K - 1)
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores) - 1),
    }
