"""Flattened.

loses: 4
told: the positions stand in one row
"""


def always_blank(images):
    return (images.reshape(len(images), -1) == 0).all(axis=0)
