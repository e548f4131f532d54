"""Right values, of the type that NumPy chooses by itself.

loses: 1
told: has the type float64
"""


def normalize(images):
    return images / 255
