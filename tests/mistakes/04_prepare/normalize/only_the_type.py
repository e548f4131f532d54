"""Made float32, and not divided.

loses: 3
told: still 255
"""


def normalize(images):
    return images.astype("float32")
