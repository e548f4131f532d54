"""An f-string that names what it shows. Written from the notebook alone."""


def split_summary(name, images, labels):
    X, y = images.shape, labels.shape  # noqa: N806
    return f"{name}: {X = }, {y = }"
