"""The name gets a capital, and loses those within.

loses: 1
told: Leave its capitals and small letters
"""


def split_summary(name, images, labels):
    return f"{name.capitalize()}: X = {images.shape}, y = {labels.shape}"
