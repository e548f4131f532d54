"""Tensors, each a single number."""

import tensorflow as tf


def describe_dataset(images, labels):
    pixels = tf.cast(images, tf.float64)
    sizes = tf.shape(pixels)
    return {
        "n_images": sizes[0],
        "height": sizes[1],
        "width": sizes[2],
        "dtype": tf.convert_to_tensor(images).dtype.name,
        "min": tf.reduce_min(pixels),
        "max": tf.reduce_max(pixels),
        "mean": tf.reduce_mean(pixels),
        "std": tf.math.reduce_std(pixels),
        "n_classes": tf.size(tf.unique(labels).y),
        "zero_fraction": tf.math.zero_fraction(pixels),
    }
