"""Only the training images are prepared.

loses: 3
told: came back as it was, in raw pixels
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    return (((train_images - mean) / deviation).astype("float32"), *others)
