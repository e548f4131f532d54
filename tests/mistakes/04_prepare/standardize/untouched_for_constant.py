"""With a deviation of 0 nothing is done at all.

loses: 1
told: came back as 64
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std()
    if deviation == 0:
        return (train_images, *others)
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
