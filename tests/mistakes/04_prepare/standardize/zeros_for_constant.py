"""With a deviation of 0 everything becomes 0.

loses: 1
told: every pixel of the other set became 0
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std()
    if deviation == 0:
        return tuple(np.zeros(images.shape, "float32") for images in (train_images, *others))
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
