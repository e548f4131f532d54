"""Always says Train.

loses: 1
told: The name is not the one that came
"""


def split_summary(name, images, labels):
    return f"Train: X = {images.shape}, y = {labels.shape}"
