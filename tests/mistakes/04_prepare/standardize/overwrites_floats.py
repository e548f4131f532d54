"""`asarray` copies bytes, but not what is float32 already.

loses: 1
told: float images can be overwritten
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(dtype="float64"), train_images.std(dtype="float64") or 1
    result = []
    for images in (train_images, *others):
        images = np.asarray(images, dtype="float32")
        images -= mean
        images /= deviation
        result.append(images)
    return tuple(result)
