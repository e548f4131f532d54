"""* for @.

loses: 3
told: multiplied entry by entry
"""


def dense(inputs, weights, bias):
    return inputs * weights + bias
