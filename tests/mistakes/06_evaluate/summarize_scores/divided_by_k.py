"""NumPy's default divides by K.

loses: 3
told: look up `ddof`
"""


def summarize_scores(scores):
    deviation = np.std(scores)
    return {
        "mean": np.mean(scores),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores)),
    }
