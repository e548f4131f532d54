"""Put together from pieces."""


def split_summary(name, images, labels):
    parts = [f"{letter} = {array.shape!r}" for letter, array in (("X", images), ("y", labels))]
    return name + ": " + ", ".join(parts)
