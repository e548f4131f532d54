"""Computed by TensorFlow, and returned as a tensor."""

import tensorflow as tf


def normalize(images):
    return tf.cast(images, tf.float32) / 255.0
