"""A leaky ReLU.

loses: 3
told: multiplied by 0.01
"""


def relu(x):
    return np.where(x > 0, x, 0.01 * x)
