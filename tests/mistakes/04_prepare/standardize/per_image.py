"""Every image by its own mean and deviation.

loses: 4
told: Each image was standardized by itself
"""


def standardize(train_images, *others):
    result = []
    for images in (train_images, *others):
        mean = images.mean(axis=(1, 2), keepdims=True)
        deviation = images.std(axis=(1, 2), keepdims=True)
        deviation[deviation == 0] = 1
        result.append(((images - mean) / deviation).astype("float32"))
    return tuple(result)
