"""One layer for each size, kept.

loses: 1
told: share their weights
"""

_kept = {}


def make_dense_layer(units):
    return _kept.setdefault(units, layers.Dense(units))
