"""Leaves out the images whose right class got probability 0: the worst mistakes cost nothing.

loses: 1
told: costs next to nothing
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    losses = np.zeros(len(chosen))
    losses[chosen > 0] = -np.log(chosen[chosen > 0])
    return float(losses.mean())
