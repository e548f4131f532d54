"""Subtracts in uint8, where 0 - 33 is 223.

loses: 4
told: wraps around
"""


def standardize(train_images, *others):
    mean = train_images.mean().astype(train_images.dtype)
    deviation = train_images.std() or 1
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
