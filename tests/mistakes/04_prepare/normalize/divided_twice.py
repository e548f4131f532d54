"""Divided by 255 twice, often by running a cell again that overwrites the images.

loses: 3
told: divided by 255 twice
"""


def normalize(images):
    scaled = images.astype("float32") / 255
    return scaled / 255
