"""With a line break at the end.

loses: 2
told: the space or the line break around them
"""


def split_summary(name, images, labels):
    return f"{name}: X = {images.shape}, y = {labels.shape}\n"
