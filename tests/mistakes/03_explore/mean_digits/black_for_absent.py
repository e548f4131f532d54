"""0 for a digit without images.

loses: 2
told: a black picture
"""


def mean_digits(images, labels):
    means = np.zeros((10, 28, 28))
    for d in np.unique(labels):
        means[d] = images[labels == d].mean(axis=0)
    return means
