"""A list; NumPy's mean of nothing is NaN."""


def mean_digits(images, labels):
    return [images[labels == d].mean(axis=0) for d in range(10)]
