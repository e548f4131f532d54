"""Clips the caller's own array.

loses: 1
told: were changed
"""


def cross_entropy(probabilities, labels):
    np.clip(probabilities, 1e-12, 1, out=probabilities)
    return float(np.mean(-np.log(probabilities[np.arange(len(labels)), labels])))
