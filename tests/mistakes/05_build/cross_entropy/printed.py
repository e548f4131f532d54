"""Prints the loss and returns nothing.

loses: 3
told: None
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    print(np.mean(-np.log(np.maximum(chosen, 1e-12))))
