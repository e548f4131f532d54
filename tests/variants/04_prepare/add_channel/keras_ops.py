"""The operation of Keras, a tensor comes back. Written from the notebook alone."""

import keras


def add_channel(images):
    return keras.ops.expand_dims(images, axis=-1)
