"""The median.

loses: 3
told: the median
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = np.median(images[labels == d], axis=0)
    return means
