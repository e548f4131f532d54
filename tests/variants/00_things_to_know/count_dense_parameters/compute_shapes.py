"""Keras counts a model that is made for it. Written from the notebook alone."""

import math

import keras


def count_dense_parameters(inputs, units):
    box = keras.Input((inputs,))
    model = keras.Model(box, keras.layers.Dense(units)(box))
    return sum(math.prod(weight.shape) for weight in model.trainable_weights)
