"""The training images come last.

loses: 5
told: came back with the shape of set 2
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (*others, train_images)
    )
