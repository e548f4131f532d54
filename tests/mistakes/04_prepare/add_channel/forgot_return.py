"""Computed and not returned.

loses: 4
told: returned nothing
"""


def add_channel(images):
    images = images[..., np.newaxis]
