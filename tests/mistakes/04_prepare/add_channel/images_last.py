"""The images moved to the last axis.

loses: 4
told: images themselves moved
"""


def add_channel(images):
    return np.transpose(images, (1, 2, 0))
