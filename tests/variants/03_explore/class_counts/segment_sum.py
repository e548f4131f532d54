"""Keras operations: a 1 for each label is added up by class; a tensor is returned."""

from keras import ops


def class_counts(labels, num_classes=10):
    segments = ops.cast(ops.convert_to_tensor(labels), "int32")
    return ops.segment_sum(ops.ones_like(segments), segments, num_segments=num_classes)
