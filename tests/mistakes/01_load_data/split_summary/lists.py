"""Shapes as lists.

loses: 2
told: The shapes are lists
"""


def split_summary(name, images, labels):
    return f"{name}: X = {list(images.shape)}, y = {list(labels.shape)}"
