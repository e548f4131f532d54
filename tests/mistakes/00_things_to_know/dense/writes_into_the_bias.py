"""The sums are added into an argument.

loses: 1
told: array that was handed in was changed
"""


def dense(inputs, weights, bias):
    result = inputs @ weights + bias
    bias += 1
    return result
