"""Stored in the order in which digits come up.

loses: 3
told: at the positions of other digits
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    order = list(dict.fromkeys(labels.tolist()))
    for place, d in enumerate(order):
        means[place] = images[labels == d].mean(axis=0)
    return means
