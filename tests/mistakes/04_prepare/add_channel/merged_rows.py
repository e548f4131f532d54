"""Rows and columns merged into one axis, and a channel.

loses: 4
told: rows and columns were merged
"""


def add_channel(images):
    return images.reshape(-1, 28 * 28, 1)
