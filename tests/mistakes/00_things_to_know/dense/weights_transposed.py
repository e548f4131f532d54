"""A unit in each row, as PyTorch keeps them.

loses: 3
told: each row was taken for a unit
"""


def dense(inputs, weights, bias):
    return inputs @ weights.T + bias
