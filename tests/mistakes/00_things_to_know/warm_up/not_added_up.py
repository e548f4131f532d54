"""The products, not their sum.

loses: 0
told: not yet added up
"""


def warm_up(inputs, weights):
    return inputs * weights
