"""TensorFlow brings the images together."""

import tensorflow as tf


def always_blank(images):
    return tf.reduce_all(tf.equal(images, 0), axis=0)
