"""A view with one more stride, read-only. Written from the notebook alone."""

import numpy as np


def add_channel(images):
    return np.lib.stride_tricks.as_strided(
        images, images.shape + (1,), images.strides + (0,), writeable=False
    )
