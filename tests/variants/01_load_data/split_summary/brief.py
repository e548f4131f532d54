"""As the brief writes it, with `format`."""


def split_summary(name, images, labels):
    return "{}: X = {}, y = {}".format(name, images.shape, labels.shape)  # noqa: UP032 (the brief's)
