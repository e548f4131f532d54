"""Negative numbers dropped by a mask.

loses: 3
told: The negative numbers were dropped
"""


def relu(x):
    return x[x > 0]
