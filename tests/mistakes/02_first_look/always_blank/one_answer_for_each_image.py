"""The axis of the images kept, the others gone.

loses: 4
told: there is an answer for each image
"""


def always_blank(images):
    return (images == 0).all(axis=(1, 2))
