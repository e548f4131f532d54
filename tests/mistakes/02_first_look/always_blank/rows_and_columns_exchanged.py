"""Transposed.

loses: 4
told: rows and columns have changed places
"""


def always_blank(images):
    return (images == 0).all(axis=0).T
