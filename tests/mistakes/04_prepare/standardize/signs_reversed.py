"""The pixels are subtracted from the mean.

loses: 3
told: the signs are reversed
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    return tuple(
        ((mean - images) / deviation).astype("float32") for images in (train_images, *others)
    )
