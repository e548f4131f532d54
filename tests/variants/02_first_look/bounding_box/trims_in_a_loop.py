"""Each side moves in until it meets a lit pixel."""


def bounding_box(image):
    top, bottom, left, right = 0, len(image) - 1, 0, len(image[0]) - 1
    while not image[top].any():
        top += 1
    while not image[bottom].any():
        bottom -= 1
    while not image[:, left].any():
        left += 1
    while not image[:, right].any():
        right -= 1
    return [top, bottom, left, right]
