"""By the number of the axis."""


def add_channel(images):
    return np.expand_dims(images, axis=-1)
