"""TensorFlow's own, as a tensor."""

import tensorflow as tf


def confusion_matrix(labels, predictions, num_classes=10):
    return tf.math.confusion_matrix(labels, predictions, num_classes)
