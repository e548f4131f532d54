"""The order that other libraries use.

loses: 4
told: the channel comes before the rows
"""


def add_channel(images):
    return images[:, np.newaxis]
