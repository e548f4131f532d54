"""np.max, which looks for one number.

loses: 3
told: the largest of all 120
"""


def relu(x):
    return np.max([np.max(x), 0])
