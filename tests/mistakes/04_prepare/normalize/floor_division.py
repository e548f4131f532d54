"""Whole numbers divided by a whole number: `//` on uint8, or the result cast back to uint8.

loses: 4
told: which has no fractions
"""


def normalize(images):
    return images // 255
