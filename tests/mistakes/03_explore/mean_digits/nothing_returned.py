"""Shown and not returned.

loses: 4
told: returned nothing
"""


def mean_digits(images, labels):
    means = [images[labels == d].mean(axis=0) for d in range(10)]
    show_digits(np.nan_to_num(means) / 255, range(10))
