"""A mean over the inputs.

loses: 3
told: mean over the inputs instead
"""


def dense(inputs, weights, bias):
    return inputs @ weights / inputs.shape[1] + bias
