"""Python's max on an array.

loses: 3
told: whole array is larger than 0
"""


def relu(x):
    return max(0, x)
