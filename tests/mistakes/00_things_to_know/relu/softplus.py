"""A smooth relative.

loses: 3
told: This is softplus
"""


def relu(x):
    return np.log1p(np.exp(x))
