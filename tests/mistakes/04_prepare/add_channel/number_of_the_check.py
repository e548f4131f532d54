"""The number of images at hand is written into the code.

loses: 3
told: It works for 64 images, not for 7
"""


def add_channel(images):
    return images.reshape(64, 28, 28, 1)
