"""An abbreviated key.

loses: 3
told: has no "standard_error"
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {"mean": np.mean(scores), "std": deviation, "sem": deviation / np.sqrt(len(scores))}
