"""NumPy's mean with a condition."""


def mean_digits(images, labels):
    return [images.mean(axis=0, where=(labels == d)[:, None, None]) for d in range(10)]
