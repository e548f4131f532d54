"""Keras operations on float64, turned into floats."""

from keras import ops


def summarize_scores(scores):
    x = ops.convert_to_tensor(scores, dtype="float64")
    k = x.shape[0]
    std = ops.std(x) * (k / (k - 1)) ** 0.5
    return {"mean": float(ops.mean(x)), "std": float(std), "standard_error": float(std) / k**0.5}
