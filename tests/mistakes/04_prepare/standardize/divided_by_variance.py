"""The variance in place of its root.

loses: 2
told: divided by the variance
"""


def standardize(train_images, *others):
    mean, variance = train_images.mean(), train_images.var() or 1
    return tuple(
        ((images - mean) / variance).astype("float32") for images in (train_images, *others)
    )
