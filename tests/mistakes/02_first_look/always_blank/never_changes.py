"""A deviation of 0 is taken for blank; a single image never deviates.

loses: 2
told: True stands wherever the images agree
"""


def always_blank(images):
    return images.std(axis=0) == 0
