"""Computed and not returned.

loses: 4
told: returned nothing
"""


def always_blank(images):
    blank = (images == 0).all(axis=0)
