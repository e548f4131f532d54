"""Each set minus its own mean, over the training deviation.

loses: 3
told: each set was centered on its own mean
"""


def standardize(train_images, *others):
    deviation = train_images.std() or 1
    return tuple(
        ((images - images.mean()) / deviation).astype("float32")
        for images in (train_images, *others)
    )
