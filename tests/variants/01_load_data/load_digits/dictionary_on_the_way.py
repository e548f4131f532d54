"""The course's loader, through a dictionary. Written from the notebook alone."""


def load_digits():
    data = {}
    for name, (images, labels) in zip(["train", "test"], load_mnist(), strict=True):
        data[name] = images.copy(), labels.astype("uint8")
    return tuple(data.values())
