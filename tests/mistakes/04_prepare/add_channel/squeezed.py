"""`squeeze` also removes the axis of a single image.

loses: 1
told: must not be squeezed away
"""


def add_channel(images):
    return np.squeeze(images)[..., np.newaxis]
