"""Computed and not returned.

loses: 3
told: returned nothing
"""


def dense(inputs, weights, bias):
    result = inputs @ weights + bias
