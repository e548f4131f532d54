"""Clipped to the range of pixels.

loses: 3
told: Numbers above 1 were cut
"""


def relu(x):
    return np.clip(x, 0, 1)
