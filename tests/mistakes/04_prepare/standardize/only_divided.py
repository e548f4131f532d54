"""Divided by the deviation, and nothing subtracted.

loses: 3
told: the pixels were divided, and nothing was subtracted
"""


def standardize(train_images, *others):
    deviation = train_images.std() or 1
    return tuple((images / deviation).astype("float32") for images in (train_images, *others))
