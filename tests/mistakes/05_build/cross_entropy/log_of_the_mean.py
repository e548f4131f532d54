"""Takes the mean first and the logarithm after it.

loses: 3
told: logarithm of the mean
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(np.mean(chosen), 1e-12)))
