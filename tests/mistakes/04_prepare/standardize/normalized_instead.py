"""Divided by 255.

loses: 3
told: This is normalizing
"""


def standardize(train_images, *others):
    return tuple(images.astype("float32") / 255 for images in (train_images, *others))
