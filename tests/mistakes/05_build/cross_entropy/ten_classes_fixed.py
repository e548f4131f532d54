"""Believes that there are always ten classes.

loses: 3
told: raised
"""


def cross_entropy(probabilities, labels):
    one_hot = np.eye(10)[labels]
    p = np.maximum(probabilities, 1e-12)
    return float(-np.mean(np.sum(one_hot * np.log(p), axis=1)))
