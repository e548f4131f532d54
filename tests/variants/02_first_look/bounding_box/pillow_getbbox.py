"""Pillow knows the box of an image; its last ones point behind it."""

from PIL import Image


def bounding_box(image):
    left, upper, right, lower = Image.fromarray(image.astype("uint8")).getbbox()
    return upper, lower - 1, left, right - 1
