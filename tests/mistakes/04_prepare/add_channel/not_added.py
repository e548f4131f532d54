"""The images as they were.

loses: 4
told: no axis was added. A convolution
"""


def add_channel(images):
    return images
