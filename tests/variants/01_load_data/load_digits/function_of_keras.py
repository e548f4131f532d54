"""Keras's function itself, imported under its own name."""

from keras.datasets.mnist import load_data


def load_digits():
    (trainset_x, trainset_y), (testset_x, testset_y) = load_data()
    return (trainset_x, trainset_y), (testset_x, testset_y)
