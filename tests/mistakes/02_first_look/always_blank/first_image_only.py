"""The blank pixels of the first image.

loses: 3
told: that of the first image alone
"""


def always_blank(images):
    return images[0] == 0
