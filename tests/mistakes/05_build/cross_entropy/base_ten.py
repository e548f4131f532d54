"""The logarithm to base 10.

loses: 2
told: base 10
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(np.mean(-np.log10(np.maximum(chosen, 1e-12))))
