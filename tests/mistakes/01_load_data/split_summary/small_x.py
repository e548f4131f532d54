"""A small x.

loses: 2
told: Only capitals are wrong
"""


def split_summary(name, images, labels):
    return f"{name}: x = {images.shape}, y = {labels.shape}"
