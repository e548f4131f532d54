"""Two axes.

loses: 4
told: two axes were added
"""


def add_channel(images):
    return images[..., np.newaxis, np.newaxis]
