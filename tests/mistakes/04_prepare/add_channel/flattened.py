"""Rows of 784 pixels.

loses: 4
told: the images were flattened
"""


def add_channel(images):
    return images.reshape(len(images), -1)
