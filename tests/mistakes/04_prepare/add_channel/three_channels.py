"""Gray repeated as red, green and blue.

loses: 4
told: there are three channels
"""


def add_channel(images):
    return np.repeat(images[..., np.newaxis], 3, axis=-1)
