"""Every pixel by itself, read from an iterator. Written from the notebook alone."""

import numpy as np


def normalize(images):
    values = (int(pixel) / 255 for pixel in images.flat)
    return np.fromiter(values, dtype="f4", count=images.size).reshape(images.shape)
