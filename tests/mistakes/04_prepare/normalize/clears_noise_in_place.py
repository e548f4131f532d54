"""Faint pixels are blanked in the caller's own array.

loses: 3
told: changed the images that it was given
"""


def normalize(images):
    images[images < 10] = 0
    return images.astype("float32") / 255
