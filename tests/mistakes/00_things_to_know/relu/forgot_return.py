"""Computed and not returned.

loses: 3
told: returned nothing
"""


def relu(x):
    result = np.maximum(x, 0)
