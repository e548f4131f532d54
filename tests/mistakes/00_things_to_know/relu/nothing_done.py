"""Returned as it came.

loses: 3
told: Nothing was bent
"""


def relu(x):
    return x
