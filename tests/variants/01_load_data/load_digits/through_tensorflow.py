"""By TensorFlow's name for Keras, as many tutorials write it."""

import tensorflow as tf


def load_digits():
    return tf.keras.datasets.mnist.load_data("mnist.npz")
