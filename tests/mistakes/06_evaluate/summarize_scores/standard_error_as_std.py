"""The standard error under both names.

loses: 2
told: does not shrink when there are more of them
"""


def summarize_scores(scores):
    error = np.std(scores, ddof=1) / np.sqrt(len(scores))
    return {"mean": np.mean(scores), "std": error, "standard_error": error}
