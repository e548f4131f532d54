"""np.max with 0 as its axis, in place of np.maximum.

loses: 3
told: the 0 was taken for an axis
"""


def relu(x):
    return np.max(x, 0)
