"""A digit counts as missing if there is no ink on its images.

loses: 1
told: or how much ink is on them
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in range(10):
        chosen = images[labels == d]
        if chosen.any():
            means[d] = chosen.mean(axis=0)
    return means
