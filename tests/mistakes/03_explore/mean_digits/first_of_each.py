"""The first image of each digit.

loses: 3
told: its first image alone
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = images[labels == d][0]
    return means
