"""The inputs alone.

loses: 0
told: without their weights
"""


def warm_up(inputs, weights):
    return np.sum(inputs)
