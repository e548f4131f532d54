"""Pipelines of TensorFlow for training and for validation. Written from the notebook alone."""

import tensorflow as tf


def train(model, images, labels, validation_data, epochs):
    fit_data = tf.data.Dataset.from_tensor_slices((images, labels))
    fit_data = fit_data.shuffle(len(images), seed=1).batch(64).prefetch(tf.data.AUTOTUNE)
    held_data = tf.data.Dataset.from_tensor_slices(tuple(validation_data)).batch(256).cache()
    history = model.fit(fit_data, validation_data=held_data, epochs=epochs, verbose=0)
    return history
