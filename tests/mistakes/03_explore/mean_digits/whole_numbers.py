"""Cast to int64, lest bytes overflow: fractions from 0 to 1 become 0.

loses: 1
told: whole numbers before anything was added up
"""


def mean_digits(images, labels):
    numbers = images.astype("int64")
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        means[d] = numbers[labels == d].mean(axis=0)
    return means
