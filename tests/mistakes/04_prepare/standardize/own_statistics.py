"""Each set by its own mean and deviation.

loses: 3
told: each set was prepared with its own statistics
"""


def standardize(train_images, *others):
    return tuple(
        ((images - images.mean()) / (images.std() or 1)).astype("float32")
        for images in (train_images, *others)
    )
