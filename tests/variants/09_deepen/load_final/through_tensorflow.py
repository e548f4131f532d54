"""The older name, by way of TensorFlow."""

import tensorflow as tf


def load_final(path):
    return tf.keras.models.load_model(path, compile=True)
