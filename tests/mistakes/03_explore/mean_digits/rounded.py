"""Rounded to whole grays.

loses: 3
told: lost their fractions
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = images[labels == d].mean(axis=0).round()
    return means
