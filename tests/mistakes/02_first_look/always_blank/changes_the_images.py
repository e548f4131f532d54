"""Turns the very images into zeros and ones.

loses: 1
told: It was asked to look
"""


def always_blank(images):
    images[images > 0] = 1
    return images.max(axis=0) == 0
