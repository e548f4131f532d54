"""The shape is lost.

loses: 2
told: should come back with its shape
"""


def relu(x):
    return np.array([max(0.0, value) for value in x.ravel()])
