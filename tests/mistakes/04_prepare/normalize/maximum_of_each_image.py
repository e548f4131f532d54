"""Each image divided by its own largest value.

loses: 1
told: Each image was scaled by its own largest value
"""


def normalize(images):
    return (images / images.max(axis=(1, 2), keepdims=True)).astype("float32")
