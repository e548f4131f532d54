"""Keras operations in float64, where a division by 0 gives infinity."""

from keras import ops


def imbalance_ratio(counts):
    x = ops.convert_to_tensor(counts, dtype="float64")
    return float(ops.max(x) / ops.min(x))
