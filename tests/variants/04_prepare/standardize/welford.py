"""Mean and deviation in one pass over the images. Written from the notebook alone."""

import numpy as np


def standardize(train_images, *others):
    count, mean, squares = 0, 0.0, 0.0
    for image in train_images:
        pixels = np.asarray(image, dtype=np.float64)
        n, m = pixels.size, pixels.mean()
        s = ((pixels - m) ** 2).sum()
        delta = m - mean
        squares += s + delta**2 * count * n / (count + n)
        mean += delta * n / (count + n)
        count += n
    deviation = np.sqrt(squares / count)
    if not deviation:
        deviation = 1
    return tuple(((x - mean) / deviation).astype(np.float32) for x in (train_images,) + others)
