"""`keras.utils.normalize`: every row of pixels becomes a vector of length 1.

loses: 3
told: Every row of pixels was scaled
"""

import keras


def normalize(images):
    return keras.utils.normalize(images).astype("float32")
