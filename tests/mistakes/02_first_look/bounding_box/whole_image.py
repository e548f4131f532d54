"""The image itself, blank border included.

loses: 3
told: The box is the whole image
"""


def bounding_box(image):
    return 0, image.shape[0] - 1, 0, image.shape[1] - 1
