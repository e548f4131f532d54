"""Does the work of `normalize` as well.

loses: 1
told: whoever calls both would scale twice
"""


def add_channel(images):
    return (images / 255).astype("float32")[..., np.newaxis]
