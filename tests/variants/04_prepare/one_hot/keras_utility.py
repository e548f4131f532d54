"""Keras's own function."""

import keras


def one_hot(labels, num_classes=10):
    return keras.utils.to_categorical(labels, num_classes)
