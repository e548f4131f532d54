"""The training images in place of the argument.

loses: 4
told: 28 × 28 is not the size of these images
"""


def always_blank(images):
    return (x_train == 0).all(axis=0)
