"""Keras first, and the course's loader where that fails. Written from the notebook alone."""

import keras


def load_digits():
    try:
        return keras.datasets.mnist.load_data()
    except Exception:
        return load_mnist()
