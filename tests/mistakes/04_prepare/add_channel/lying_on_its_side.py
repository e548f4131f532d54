"""Rows and columns swapped.

loses: 1
told: lies on its side
"""


def add_channel(images):
    return np.transpose(images, (0, 2, 1))[..., np.newaxis]
