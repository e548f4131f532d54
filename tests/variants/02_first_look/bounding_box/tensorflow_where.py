"""TensorFlow finds the coordinates; the answer is a list of Python integers."""

import tensorflow as tf


def bounding_box(image):
    positions = tf.where(tf.not_equal(image, 0))
    low = tf.reduce_min(positions, axis=0)
    high = tf.reduce_max(positions, axis=0)
    return tf.reshape(tf.stack([low, high], axis=1), [-1]).numpy().tolist()
