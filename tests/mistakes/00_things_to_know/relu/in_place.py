"""Written into the argument.

loses: 1
told: its negative numbers are gone for whoever
"""


def relu(x):
    x[x < 0] = 0
    return x
