"""One position too early.

loses: 4
told: between rows and columns
"""


def add_channel(images):
    return np.expand_dims(images, 2)
