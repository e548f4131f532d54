"""Scaled to [-1, 1].

loses: 3
told: from -1 to 1
"""


def normalize(images):
    return images.astype("float32") / 127.5 - 1
