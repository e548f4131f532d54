"""Divides by n - 1 when it takes the deviation.

loses: 1
told: `ddof=1`
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std(ddof=1) or 1
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
