"""A tensor."""

import tensorflow as tf


def per_class_recall(matrix):
    counts = tf.cast(matrix, tf.float64)
    return tf.linalg.diag_part(counts) / tf.reduce_sum(counts, axis=1)
