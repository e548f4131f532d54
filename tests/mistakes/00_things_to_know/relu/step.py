"""A comparison alone.

loses: 3
told: Positive numbers became 1
"""


def relu(x):
    return (x > 0).astype(float)
