"""The bend of the next step.

loses: 3
told: an activation is at work
"""


def dense(inputs, weights, bias):
    return np.maximum(inputs @ weights + bias, 0)
