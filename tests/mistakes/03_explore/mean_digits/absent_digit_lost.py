"""Only the digits that occur.

loses: 2
told: only the digits that occur have an image
"""


def mean_digits(images, labels):
    return np.stack([images[labels == d].mean(axis=0) for d in np.unique(labels)])
