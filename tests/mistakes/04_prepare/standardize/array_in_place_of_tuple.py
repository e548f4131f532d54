"""A single set comes back without its tuple.

loses: 1
told: returned their array itself
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    result = tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
    return result if others else result[0]
