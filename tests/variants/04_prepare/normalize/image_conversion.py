"""TensorFlow's conversion of byte images, a tensor comes back. Written from the notebook alone."""

import tensorflow as tf


def normalize(images):
    return tf.image.convert_image_dtype(images, tf.float32)
