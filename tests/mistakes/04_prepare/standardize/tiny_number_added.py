"""A tiny number added to the deviation.

loses: 1
told: prevents the error, not the damage
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() + 1e-8
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
