"""Rounds to two decimals for the eye, where folds differ by less.

loses: 3
told: it was rounded
"""


def summarize_scores(scores):
    std = np.std(scores, ddof=1)
    return {
        "mean": round(float(np.mean(scores)), 2),
        "std": round(float(std), 2),
        "standard_error": round(float(std / np.sqrt(len(scores))), 2),
    }
