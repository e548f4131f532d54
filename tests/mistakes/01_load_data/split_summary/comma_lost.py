"""A tuple of one item, written by hand without its comma.

loses: 2
told: lacks its comma
"""


def split_summary(name, images, labels):
    return f"{name}: X = {images.shape}, y = ({len(labels)})"
