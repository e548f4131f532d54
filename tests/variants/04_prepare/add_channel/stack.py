"""Stacks a single channel."""


def add_channel(images):
    return np.stack([images], axis=-1).astype("float64")
