"""The standard deviation twice.

loses: 2
told: Nothing was divided by √K
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return {"mean": np.mean(scores), "std": deviation, "standard_error": deviation}
