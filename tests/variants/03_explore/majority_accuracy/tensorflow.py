"""Keras's metric on constant predictions."""

import keras
import tensorflow as tf


def majority_accuracy(train_labels, test_labels):
    digit = tf.argmax(tf.math.bincount(tf.cast(train_labels, tf.int32)))
    return tf.reduce_mean(tf.cast(tf.cast(test_labels, tf.int64) == digit, tf.float32))
