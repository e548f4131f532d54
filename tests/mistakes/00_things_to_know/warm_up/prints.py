"""Printed as text that is returned.

loses: 0
told: returned text
"""


def warm_up(inputs, weights):
    return f"{np.sum(inputs * weights)}"
