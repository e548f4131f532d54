"""As many as the largest label says.

loses: 2
told: the largest label decided
"""


def mean_digits(images, labels):
    return np.stack([images[labels == d].mean(axis=0) for d in range(labels.max() + 1)])
