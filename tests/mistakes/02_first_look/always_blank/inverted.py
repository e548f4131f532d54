"""True where something is lit.

loses: 3
told: True and False have changed places
"""


def always_blank(images):
    return images.any(axis=0)
