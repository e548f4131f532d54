"""The mean of all images for a digit without any.

loses: 2
told: some are not
"""


def mean_digits(images, labels):
    means = np.empty((10, 28, 28))
    for d in range(10):
        chosen = images[labels == d]
        means[d] = chosen.mean(axis=0) if len(chosen) else images.mean(axis=0)
    return means
