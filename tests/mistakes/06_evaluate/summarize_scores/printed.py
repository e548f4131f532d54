"""Prints in place of returning.

loses: 3
told: returned nothing (None)
"""


def summarize_scores(scores):
    deviation = np.std(scores, ddof=1)
    print(np.mean(scores), deviation, deviation / np.sqrt(len(scores)))
