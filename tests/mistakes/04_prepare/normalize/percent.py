"""Scaled to 0 to 100.

loses: 3
told: run from 0 to 100
"""


def normalize(images):
    return images.astype("float32") / 255 * 100
