"""Returns the share of images that are told wrongly.

loses: 3
told: share of
"""


def cross_entropy(probabilities, labels):
    return float(np.mean(probabilities.argmax(axis=1) != labels))
