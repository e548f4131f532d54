"""Added up, never divided.

loses: 3
told: these are sums
"""


def mean_digits(images, labels):
    sums = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        sums[d] = images[labels == d].sum(axis=0)
    return sums
