"""ReLU6.

loses: 3
told: Numbers above 6 were cut
"""


def relu(x):
    return np.clip(x, 0, 6)
