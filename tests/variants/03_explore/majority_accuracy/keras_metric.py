"""Keras operations find the digit, and a Keras metric judges it."""

import keras


def majority_accuracy(train_labels, test_labels):
    votes = keras.ops.bincount(keras.ops.cast(train_labels, "int32"), minlength=10)
    digit = int(keras.ops.argmax(votes))
    metric = keras.metrics.Accuracy()
    metric.update_state(test_labels, np.full(len(test_labels), digit))
    return float(metric.result())
