"""Added to the inputs.

loses: 3
told: before they were weighted
"""


def dense(inputs, weights, bias):
    return (inputs + bias) @ weights
