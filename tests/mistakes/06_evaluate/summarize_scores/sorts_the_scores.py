"""Sorts the caller's scores.

loses: 1
told: changed the scores that it was given; they
"""


def summarize_scores(scores):
    if isinstance(scores, np.ndarray):
        scores.sort()
    deviation = np.std(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores)),
    }
