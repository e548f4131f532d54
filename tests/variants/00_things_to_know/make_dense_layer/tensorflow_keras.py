"""Imported by way of TensorFlow."""

import tensorflow as tf


def make_dense_layer(units):
    return tf.keras.layers.Dense(units)
