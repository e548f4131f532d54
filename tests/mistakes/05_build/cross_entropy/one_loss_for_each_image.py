"""Returns the losses of the images without their mean.

loses: 3
told: one value for each image
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return -np.log(np.maximum(chosen, 1e-12))
