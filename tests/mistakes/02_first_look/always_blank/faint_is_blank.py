"""A threshold, since faint pixels look black.

loses: 3
told: They look black, and they are not 0
"""


def always_blank(images):
    return images.max(axis=0) < 10
