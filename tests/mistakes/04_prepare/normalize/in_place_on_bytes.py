"""`/=` on the uint8 array that came in.

loses: 5
told: refused to write fractions
"""


def normalize(images):
    images /= 255
    return images
