"""The caller's own array gets the new shape.

loses: 1
told: changed the very array
"""


def add_channel(images):
    images.shape = (*images.shape, 1)
    return images
