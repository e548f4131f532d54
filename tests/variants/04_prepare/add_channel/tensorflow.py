"""A tensor."""

import tensorflow as tf


def add_channel(images):
    return tf.expand_dims(images, -1)
