"""Reshaped as if the images were last.

loses: 1
told: but not in their places
"""


def add_channel(images):
    return images.reshape(28, 28, -1, 1).transpose(2, 0, 1, 3)
