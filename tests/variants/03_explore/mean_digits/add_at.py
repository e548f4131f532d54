"""np.add.at and a division by the counts."""


def mean_digits(images, labels):
    sums = np.zeros((10, 28, 28))
    np.add.at(sums, labels, images)
    counts = np.bincount(labels, minlength=10).astype(float)
    counts[counts == 0] = np.nan
    return sums / counts.reshape(10, 1, 1)
