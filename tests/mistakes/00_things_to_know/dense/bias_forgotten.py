"""No bias.

loses: 3
told: the bias is missing
"""


def dense(inputs, weights, bias):
    return inputs @ weights
