"""A Rescaling layer of Keras."""

import keras


def normalize(images):
    return keras.layers.Rescaling(1 / 255)(images)
