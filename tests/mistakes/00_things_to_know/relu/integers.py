"""Rounded to integers.

loses: 3
told: The fractions are gone
"""


def relu(x):
    return np.maximum(x.astype(int), 0)
