"""Compared, and not brought together.

loses: 4
told: there is an answer for each pixel of each image
"""


def always_blank(images):
    return images == 0
