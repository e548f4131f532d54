"""The training mean, with each set's own deviation.

loses: 3
told: divided by a deviation of its own
"""


def standardize(train_images, *others):
    mean = train_images.mean()
    return tuple(
        ((images - mean) / (images.std() or 1)).astype("float32")
        for images in (train_images, *others)
    )
