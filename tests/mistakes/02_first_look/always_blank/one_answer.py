"""Brought together over everything.

loses: 4
told: a single answer came back
"""


def always_blank(images):
    return (images == 0).all()
