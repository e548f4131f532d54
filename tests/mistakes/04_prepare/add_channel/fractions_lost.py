"""Turned into bytes, although scaled images come here too.

loses: 1
told: came back as whole numbers
"""


def add_channel(images):
    return np.array(images, dtype="uint8")[..., np.newaxis]
