"""A copied gap was not changed.

loses: 2
told: stands there twice
"""


def split_summary(name, images, labels):
    return f"{name}: X = {images.shape}, y = {images.shape}"
