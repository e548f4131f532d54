"""Adds the images up, so the loss grows with their number.

loses: 2
told: sum over the images
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(np.sum(-np.log(np.maximum(chosen, 1e-12))))
