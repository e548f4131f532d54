"""Nested loops in plain Python."""


def always_blank(images):
    _, height, width = images.shape
    return [
        [all(image[row][column] == 0 for image in images) for column in range(width)]
        for row in range(height)
    ]
