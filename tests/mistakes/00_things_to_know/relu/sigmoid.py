"""Another bend.

loses: 3
told: This is the sigmoid
"""


def relu(x):
    return 1 / (1 + np.exp(-x))
