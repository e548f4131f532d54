"""Computed and not returned.

loses: 5
told: returned nothing
"""


def normalize(images):
    images = images.astype("float32") / 255
