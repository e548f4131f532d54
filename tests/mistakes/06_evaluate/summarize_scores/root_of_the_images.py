"""Divided by the root of the number of images.

loses: 2
told: a number of digits
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(digits)),
    }
