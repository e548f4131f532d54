"""Made and not returned.

loses: 3
told: What a function has made leaves it
"""


def make_dense_layer(units):
    layer = layers.Dense(units)
