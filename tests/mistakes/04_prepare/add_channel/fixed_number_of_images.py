"""The number of training images is written into the code.

loses: 4
told: 64 images could not be reshaped
"""


def add_channel(images):
    return images.reshape(60000, 28, 28, 1)
