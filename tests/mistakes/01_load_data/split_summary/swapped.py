"""X and y exchanged.

loses: 2
told: have changed places
"""


def split_summary(name, images, labels):
    return f"{name}: X = {labels.shape}, y = {images.shape}"
