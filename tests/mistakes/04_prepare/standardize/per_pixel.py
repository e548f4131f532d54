"""A mean and a deviation for each pixel; the border has none.

loses: 4
told: Pixels of the border are NaN
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(axis=0), train_images.std(axis=0)
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
