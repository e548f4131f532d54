"""Scaled to the range 0 to 1.

loses: 3
told: scaled to the range 0 to 1
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = images[labels == d].mean(axis=0) / 255
    return means
