"""TensorFlow reads big-endian integers. Written from the notebook alone."""

import tensorflow as tf


def idx_header(data):
    words = tf.io.decode_raw(data[:16].ljust(16, b"\0"), tf.int32, little_endian=False).numpy()
    magic = int(words[0])
    return magic, tuple(words[1 : 1 + (magic & 0xFF)].tolist())
