"""Uses the largest probability, whatever the label.

loses: 3
told: labels play no part
"""


def cross_entropy(probabilities, labels):
    return float(np.mean(-np.log(np.maximum(probabilities.max(axis=1), 1e-12))))
