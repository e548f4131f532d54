"""Keras operations from end to end; the answer is a float32 tensor."""

from keras import ops


def per_class_recall(matrix):
    counts = ops.cast(matrix, "float32")
    totals = ops.sum(counts, axis=1)
    return ops.where(totals > 0, ops.diagonal(counts) / ops.maximum(totals, 1.0), float("nan"))
