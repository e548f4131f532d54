"""minimum for maximum.

loses: 3
told: It is the other way round
"""


def relu(x):
    return np.minimum(x, 0)
