"""Blank in nearly all images.

loses: 1
told: that are 0 in most images
"""


def always_blank(images):
    return (images == 0).mean(axis=0) > 0.95
