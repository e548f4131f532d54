"""The logarithm to base 2, which counts bits.

loses: 2
told: base 2
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(np.mean(-np.log2(np.maximum(chosen, 1e-12))))
