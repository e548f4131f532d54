"""With a full stop.

loses: 2
told: without a full stop
"""


def split_summary(name, images, labels):
    return f"{name}: X = {images.shape}, y = {labels.shape}."
