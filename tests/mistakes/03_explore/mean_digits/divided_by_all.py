"""Divided by the number of all images.

loses: 3
told: number of all images
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = images[labels == d].sum(axis=0) / len(images)
    return means
