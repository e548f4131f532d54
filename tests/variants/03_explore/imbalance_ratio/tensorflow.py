"""A tensor, float32."""

import tensorflow as tf


def imbalance_ratio(counts):
    numbers = tf.cast(counts, tf.float32)
    return tf.reduce_max(numbers) / tf.reduce_min(numbers)
