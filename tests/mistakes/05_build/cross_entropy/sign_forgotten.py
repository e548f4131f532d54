"""The minus sign is missing.

loses: 3
told: below 0
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(np.mean(np.log(np.maximum(chosen, 1e-12))))
