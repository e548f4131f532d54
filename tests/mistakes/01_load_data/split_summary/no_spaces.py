"""Without spaces around the equals signs.

loses: 2
told: Only spaces are wrong
"""


def split_summary(name, images, labels):
    return f"{name}: X={images.shape}, y={labels.shape}"
