"""weights @ inputs.

loses: 3
told: Weights and inputs are in the wrong order
"""


def dense(inputs, weights, bias):
    return weights @ inputs + bias
