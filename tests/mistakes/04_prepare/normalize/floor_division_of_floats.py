"""`//` drops the fractions of floats as well.

loses: 3
told: rounds down, even for floats
"""


def normalize(images):
    return images.astype("float32") // 255
