"""Zeros become NaN at the end, since a missing digit has the sum 0.

loses: 3
told: Pixels that are black in all images of a digit are NaN
"""


def mean_digits(images, labels):
    sums = np.zeros((10, 28, 28))
    for image, label in zip(images, labels):
        sums[label] += image
    means = sums / np.maximum(np.bincount(labels, minlength=10), 1)[:, None, None]
    means[means == 0] = np.nan
    return means
