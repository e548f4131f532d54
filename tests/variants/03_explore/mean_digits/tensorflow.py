"""TensorFlow's segments, float32."""

import tensorflow as tf


def mean_digits(images, labels):
    pixels = tf.cast(images, tf.float32)
    segments = tf.cast(labels, tf.int32)
    sums = tf.math.unsorted_segment_sum(pixels, segments, 10)
    ones = tf.math.unsorted_segment_sum(tf.ones(len(labels)), segments, 10)
    return sums / ones[:, None, None]
