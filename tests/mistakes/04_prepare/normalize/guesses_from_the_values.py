"""Guards against dividing twice by looking at the largest value.

loses: 1
told: Bytes that happen to be 0 and 1
"""


def normalize(images):
    if images.max() <= 1:
        return images.astype("float32")
    return images.astype("float32") / 255
