"""Minus.

loses: 3
told: The bias was subtracted
"""


def dense(inputs, weights, bias):
    return inputs @ weights - bias
