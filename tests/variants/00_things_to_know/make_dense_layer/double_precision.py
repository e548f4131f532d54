"""A dense layer that computes in float64. Written from the notebook alone."""

from keras import layers


def make_dense_layer(units):
    return layers.Dense(units, dtype="float64", name=f"sums_of_{units}")
