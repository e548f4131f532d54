"""A tf.data pipeline, counted with TensorFlow operations."""

import tensorflow as tf


def evaluate_final(model, images, labels):
    batches = tf.data.Dataset.from_tensor_slices((images, tf.cast(labels, tf.int64))).batch(50)
    right = tf.constant(0, tf.int64)
    for some, truth in batches:
        told = tf.argmax(model(some, training=False), axis=-1)
        right += tf.math.count_nonzero(told == truth)
    count, total = right.numpy().item(), len(images)
    low, high = accuracy_interval(count, total)
    return count / total, float(low), float(high)
