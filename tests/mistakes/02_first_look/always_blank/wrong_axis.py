"""Rows brought together in place of images.

loses: 4
told: rows were brought together
"""


def always_blank(images):
    return (images == 0).all(axis=1)
