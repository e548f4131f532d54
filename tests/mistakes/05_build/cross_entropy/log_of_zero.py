"""Takes the logarithm of 0.

loses: 1
told: The loss is infinite
"""


def cross_entropy(probabilities, labels):
    return float(np.mean(-np.log(probabilities[np.arange(len(labels)), labels])))
