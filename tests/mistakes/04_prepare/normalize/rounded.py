"""Rounded to two decimals.

loses: 2
told: The values were rounded to 2 decimals
"""


def normalize(images):
    return np.round(images.astype("float32") / 255, 2)
