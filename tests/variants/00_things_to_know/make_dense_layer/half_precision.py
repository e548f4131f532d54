"""Computed in half precision."""


def make_dense_layer(units):
    return layers.Dense(units, dtype="mixed_float16")
