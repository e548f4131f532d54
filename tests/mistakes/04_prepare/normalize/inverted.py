"""Black on white.

loses: 3
told: Black and white have changed places
"""


def normalize(images):
    return 1 - images.astype("float32") / 255
