"""Plain nested lists. Written from the notebook alone."""


def add_channel(images):
    return [[[[pixel] for pixel in row] for row in image] for image in images.tolist()]
