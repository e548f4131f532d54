"""A tuple without names.

loses: 3
told: 3 bare numbers
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    return np.mean(scores), deviation, deviation / np.sqrt(len(scores))
