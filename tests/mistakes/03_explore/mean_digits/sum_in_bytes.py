"""The sum overflows.

loses: 3
told: starts again at 0 after 255
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        chosen = images[labels == d]
        means[d] = chosen.sum(axis=0, dtype=images.dtype) / len(chosen)
    return means
