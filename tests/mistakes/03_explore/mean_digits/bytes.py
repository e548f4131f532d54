"""The result is kept in the type of the images.

loses: 4
told: have the type uint8
"""


def mean_digits(images, labels):
    means = np.zeros((10, 28, 28), dtype=images.dtype)
    for d in np.unique(labels):
        means[d] = images[labels == d].mean(axis=0)
    return means
