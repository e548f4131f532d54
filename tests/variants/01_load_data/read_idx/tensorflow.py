"""TensorFlow decodes the bytes."""

import tensorflow as tf


def read_idx(data):
    if data[:4] not in (bytes([0, 0, 8, 1]), bytes([0, 0, 8, 3])):
        raise ValueError("not an idx file of images or labels")
    header = 4 + 4 * data[3]
    if len(data) < header:
        raise ValueError("the header is cut off")
    shape = tf.io.decode_raw(data[4:header], tf.int32, little_endian=False)
    values = tf.io.decode_raw(data[header:], tf.uint8)
    if int(tf.reduce_prod(shape)) != len(values):
        raise ValueError("too short or too long")
    return tf.reshape(values, shape)
