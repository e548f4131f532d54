"""An index with an ellipsis and None. Written from the notebook alone."""


def add_channel(images):
    return images[..., None]
