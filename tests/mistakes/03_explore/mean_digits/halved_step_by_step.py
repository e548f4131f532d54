"""Averaged with each next image in turn.

loses: 3
told: is not the mean over
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for image, label in zip(images, labels):
        old = means[label]
        means[label] = image if np.isnan(old).all() else (old + image) / 2
    return means
