"""Nested lists of Python's floats.

loses: 1
told: Python's own numbers
"""


def normalize(images):
    return (images / 255).tolist()
