"""Keras operations: scatters ones into a tensor, which is returned as it is."""

from keras import ops


def confusion_matrix(labels, predictions, num_classes=10):
    places = ops.stack([ops.cast(labels, "int32"), ops.cast(predictions, "int32")], axis=1)
    ones = ops.ones(len(labels), dtype="int32")
    return ops.scatter(places, ones, (num_classes, num_classes))
