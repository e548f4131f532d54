"""The mean is subtracted, and nothing divided.

loses: 2
told: the pixels were centered, and not divided
"""


def standardize(train_images, *others):
    mean = train_images.mean()
    return tuple((images - mean).astype("float32") for images in (train_images, *others))
