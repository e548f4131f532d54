"""abs.

loses: 3
told: lost their sign
"""


def relu(x):
    return np.abs(x)
