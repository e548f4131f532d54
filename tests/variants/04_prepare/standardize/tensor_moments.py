"""TensorFlow's moments, and the maximum of all divisors is taken. Written from the notebook alone."""

import tensorflow as tf


def standardize(train_images, *others):
    wide = tf.cast(train_images, tf.float64)
    mean, variance = tf.nn.moments(wide, axes=[0, 1, 2])
    deviation = tf.where(variance > 0, tf.sqrt(variance), tf.ones_like(variance))

    def prepare(images):
        return tf.cast((tf.cast(images, tf.float64) - mean) / deviation, tf.float32).numpy()

    return (prepare(train_images), *map(prepare, others))
