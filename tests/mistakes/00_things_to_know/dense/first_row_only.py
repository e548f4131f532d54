"""One row.

loses: 3
told: Only the first row came back
"""


def dense(inputs, weights, bias):
    return inputs[0] @ weights + bias
